-- The first file that is no whole manifest, or one of another schema. The first of JSON Lines says how many follow it.
SELECT place.file AS file, max(line.schemaVersion) FILTER (line.schemaVersion IS DISTINCT FROM $version) AS version
FROM place LEFT JOIN line ON line.place = place.place
GROUP BY place.file, place.isLines
HAVING count(*) FILTER (line.record = 'project') <> 1 OR count(*) FILTER (line.schemaVersion IS DISTINCT FROM $version) > 0
    OR (place.isLines AND count(*) IS DISTINCT FROM max(line.lines) + 1)
    OR count(DISTINCT line.id) FILTER (line.record = 'unit' AND line.excluded IS NOT TRUE) IS DISTINCT FROM max(line.summary.units)
ORDER BY place.file
LIMIT 1;
