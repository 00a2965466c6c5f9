-- The first project that two manifests are about which count at once: what they say would count twice.
SELECT project, min(file) AS first, max(file) AS second
FROM manifest
GROUP BY repository, CASE WHEN isCurrent THEN '' ELSE day END, isCurrent, project
HAVING count(*) > 1
ORDER BY project
LIMIT 1;
