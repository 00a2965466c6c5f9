-- The first project that two manifests of one day are about: what they say would count twice.
SELECT project, min(file) AS first, max(file) AS second
FROM manifest
GROUP BY repository, day, isCurrent, project
HAVING count(*) > 1
ORDER BY project
LIMIT 1;
