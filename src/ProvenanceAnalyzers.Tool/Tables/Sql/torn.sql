-- The first project of which the table of units does not have as many as the table of projects says.
SELECT earlier.file AS file, earlier.project AS project, earlier.units AS said, state.units AS found
FROM earlier JOIN state USING (repository, project, day)
WHERE NOT state.isCurrent AND earlier.units IS DISTINCT FROM state.units
ORDER BY ALL
LIMIT 1;
