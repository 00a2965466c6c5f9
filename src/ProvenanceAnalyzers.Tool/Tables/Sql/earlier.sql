-- What earlier reports wrote as tables, of which the trend asks sums, and what has changed the units of the last day before. What is
-- reported on now is no history, though it may have been written on the same day.
INSERT INTO manifest BY NAME
SELECT (SELECT max(place) FROM place) + row_number() OVER () AS place, repository, day, false AS isCurrent, filename AS file, project
FROM earlierManifest ANTI JOIN (FROM manifest WHERE isCurrent) USING (repository, day, project);

CREATE TABLE earlier AS
SELECT place, repository, project, day FROM manifest WHERE place > (SELECT max(place) FROM place);

CREATE TABLE earlierSeveral AS
SELECT DISTINCT repository, project, day, id FROM earlierVariant WHERE NOT counts AND excluded IS NOT TRUE;

-- Of a unit's variants one counts; it waits for whatever one of them waits for. Nearly all units have one, and need not be gathered.
CREATE VIEW earlierUnit AS
SELECT repository, project, day, id, lines, aiMade AS isAIMade, review, digest, review = 'unreviewed' AS isUnreviewed,
    review = 'stale' AS isStale, due IS NOT NULL AS isUndeclared
FROM earlierVariant ANTI JOIN earlierSeveral USING (repository, project, day, id)
WHERE counts
UNION ALL BY NAME
SELECT repository, project, day, id, max(lines) AS lines, bool_or(aiMade) AS isAIMade, any_value(review) FILTER (counts) AS review,
    any_value(digest) FILTER (counts) AS digest, bool_or(review = 'unreviewed') AS isUnreviewed, bool_or(review = 'stale') AS isStale,
    bool_or(due IS NOT NULL) AS isUndeclared
FROM earlierVariant SEMI JOIN earlierSeveral USING (repository, project, day, id)
WHERE excluded IS NOT TRUE
GROUP BY ALL;

CREATE VIEW earlierUnitOfDay AS
SELECT repository, project, day, false AS isCurrent, units.* EXCLUDE (repository, project, day)
FROM earlier LEFT JOIN earlierUnit AS units USING (repository, project, day);

INSERT INTO state BY NAME FROM states('earlierUnitOfDay');

INSERT INTO unit BY NAME
SELECT last.place, units.*
FROM earlierUnit AS units JOIN (
    SELECT repository, project, arg_max(place, day) AS place, max(day) AS day
    FROM earlier
    WHERE day < (SELECT max(day) FROM manifest WHERE isCurrent)
    GROUP BY ALL) AS last USING (repository, project, day);
