-- What earlier reports wrote as tables, of which the trend asks sums, and what has changed the units of the last day before.
CREATE TABLE earlier AS
SELECT (SELECT max(place) FROM place) + row_number() OVER () AS place, partition, partition.repository, partition.day, project,
    filename AS file, units
FROM earlierManifest JOIN earlierFile USING (filename) JOIN earlierPartition AS partition USING (partition);

INSERT INTO manifest BY NAME
SELECT place, repository, day, false AS isCurrent, file, project FROM earlier;

CREATE VIEW earlierVariant AS
SELECT partition, read.* FROM earlierUnits AS read JOIN earlierFile USING (filename);

CREATE TABLE earlierSeveral AS
SELECT DISTINCT partition, project, id FROM earlierVariant WHERE NOT counts AND excluded IS NOT TRUE;

-- Of a unit's variants one counts; it waits for whatever one of them waits for. Nearly all units have one, and need not be gathered.
CREATE VIEW earlierUnit AS
SELECT partition, project, id, lines, aiMade AS isAIMade, review, digest, review = 'unreviewed' AS isUnreviewed,
    review = 'stale' AS isStale, due IS NOT NULL AS isUndeclared
FROM earlierVariant ANTI JOIN earlierSeveral USING (partition, project, id)
WHERE counts
UNION ALL BY NAME
SELECT partition, project, id, max(lines) AS lines, bool_or(aiMade) AS isAIMade, any_value(review) FILTER (counts) AS review,
    any_value(digest) FILTER (counts) AS digest, bool_or(review = 'unreviewed') AS isUnreviewed, bool_or(review = 'stale') AS isStale,
    bool_or(due IS NOT NULL) AS isUndeclared
FROM earlierVariant SEMI JOIN earlierSeveral USING (partition, project, id)
WHERE excluded IS NOT TRUE
GROUP BY ALL;

CREATE VIEW earlierUnitOfDay AS
SELECT repository, project, day, false AS isCurrent, id, unit.lines, isAIMade, review, isUnreviewed, isStale, isUndeclared
FROM earlier LEFT JOIN earlierUnit AS unit USING (partition, project);

INSERT INTO state BY NAME FROM states('earlierUnitOfDay');

INSERT INTO unit BY NAME
SELECT last.place, unit.id, unit.lines, unit.isAIMade, unit.review, unit.digest, unit.isUnreviewed, unit.isStale, unit.isUndeclared
FROM earlierUnit AS unit JOIN (
    SELECT repository, project, arg_max(place, day) AS place, arg_max(partition, day) AS partition
    FROM earlier
    WHERE day < (SELECT max(day) FROM manifest WHERE isCurrent)
    GROUP BY ALL) AS last USING (partition, project);
