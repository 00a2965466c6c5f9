-- What has changed since the newest manifest before that each project has: how many units came, went, and changed their state. All units
-- of a project that is new came, and all of one that was there the last time and is no more went.
WITH current AS (
    SELECT place, repository, project FROM manifest WHERE isCurrent),
newest AS (
    SELECT repository, project, arg_max(place, day) AS place, max(day) AS day
    FROM manifest
    WHERE NOT isCurrent AND day < (SELECT max(day) FROM manifest WHERE isCurrent)
    GROUP BY repository, project),
earlier AS (
    SELECT *, max(day) OVER () AS last, max(day) OVER (PARTITION BY repository) AS lastOfRepository FROM newest),
before AS (
    SELECT current.place AS place, earlier.place AS earlierPlace, earlier.day AS since
    FROM current JOIN earlier USING (repository, project)
    UNION ALL
    SELECT place, NULL, (SELECT min(last) FROM earlier)
    FROM current ANTI JOIN earlier USING (repository, project)
    WHERE EXISTS (FROM earlier)
    UNION ALL
    SELECT NULL, place, day
    FROM earlier ANTI JOIN current USING (repository, project)
    WHERE day = CASE WHEN repository IN (SELECT repository FROM current) THEN lastOfRepository ELSE last END),
pair AS (
    SELECT new.id IS NOT NULL AS isNew, old.id IS NOT NULL AS isOld, new.isAIMade AS isAIMade, old.isAIMade AS wasAIMade,
        new.review AS review, old.review AS wasReview, new.isUndeclared AS isUndeclared, old.isUndeclared AS wasUndeclared,
        new.digest IS DISTINCT FROM old.digest AS isOther
    FROM (SELECT unit.*, before.earlierPlace FROM unit JOIN before USING (place)) AS new
    FULL JOIN (SELECT unit.*, before.place AS newPlace FROM unit JOIN before ON unit.place = before.earlierPlace) AS old
        ON new.place = old.newPlace AND new.id = old.id)
SELECT (SELECT min(since) FROM before) AS since, count(*) FILTER (NOT isOld) AS added, count(*) FILTER (NOT isNew) AS removed,
    count(*) FILTER (isNew AND isOld AND isOther) AS changed,
    count(*) FILTER (isAIMade AND NOT coalesce(wasAIMade, false)) AS becameAIMade,
    count(*) FILTER (review = 'reviewed' AND wasReview IS DISTINCT FROM 'reviewed') AS becameReviewed,
    count(*) FILTER (review = 'stale' AND wasReview IS DISTINCT FROM 'stale') AS becameStale,
    count(*) FILTER (review = 'unreviewed' AND wasReview IS DISTINCT FROM 'unreviewed') AS becameUnreviewed,
    count(*) FILTER (isUndeclared AND NOT coalesce(wasUndeclared, false)) AS becameUndeclared
FROM pair
HAVING count(*) > 0;
