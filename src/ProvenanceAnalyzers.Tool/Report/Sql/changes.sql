-- What has changed since the newest manifest before that each project has: how many units came, went, and changed their state.
WITH before AS (
    SELECT current.place AS place, arg_max(earlier.place, earlier.day) AS earlierPlace, max(earlier.day) AS since
    FROM manifest AS current JOIN manifest AS earlier USING (repository, project)
    WHERE current.isCurrent AND NOT earlier.isCurrent AND earlier.day < current.day
    GROUP BY ALL),
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
