-- Is it getting better? On each day every project counts as its newest manifest of that day or before has it; today only those that
-- are there today.
WITH known AS (
    FROM state QUALIFY row_number() OVER (PARTITION BY repository, project, day ORDER BY isCurrent DESC) = 1),
gone AS (
    SELECT repository, project FROM manifest GROUP BY ALL HAVING NOT bool_or(isCurrent)),
asked AS (
    SELECT day.day AS day, project.repository AS repository, project.project AS project
    FROM (SELECT day, bool_or(isCurrent) AS isCurrent FROM manifest GROUP BY day) AS day,
        (SELECT DISTINCT repository, project FROM manifest) AS project
    WHERE NOT day.isCurrent OR NOT EXISTS (
        FROM gone WHERE gone.repository = project.repository AND gone.project = project.project))
SELECT asked.day AS day, count(*) AS projects, sum(units)::BIGINT AS units, sum(lines)::BIGINT AS lines,
    sum(aiMadeLines)::BIGINT AS aiMadeLines, sum(aiMade)::BIGINT AS aiMade, sum(reviewed)::BIGINT AS reviewed,
    sum(unreviewed)::BIGINT AS unreviewed, sum(stale)::BIGINT AS stale, sum(undeclared)::BIGINT AS undeclared
FROM asked ASOF JOIN known
    ON asked.repository = known.repository AND asked.project = known.project AND asked.day >= known.day
GROUP BY ALL
ORDER BY day;
