-- The first file that says nothing of a project, or is of another schema.
SELECT place.file AS file, max(line.schemaVersion) FILTER (line.schemaVersion IS DISTINCT FROM $version) AS version
FROM place LEFT JOIN line ON line.place = place.place
GROUP BY place.file
HAVING count(*) FILTER (line.record = 'project') <> 1 OR count(*) FILTER (line.schemaVersion IS DISTINCT FROM $version) > 0
ORDER BY place.file
LIMIT 1;
