-- Is it getting better? On each day every project counts as its newest manifest of that day or before has it; today only those that
-- are there today.
WITH state AS (
    SELECT manifest.repository AS repository, manifest.project AS project, manifest.day AS day,
        count(unit.id) AS units, coalesce(sum(unit.lines), 0) AS lines, coalesce(sum(unit.lines) FILTER (unit.isAIMade), 0) AS aiMadeLines,
        count(unit.id) FILTER (unit.isAIMade) AS aiMade, count(unit.id) FILTER (unit.isAIMade AND unit.review = 'reviewed') AS reviewed,
        count(unit.id) FILTER (unit.isUnreviewed) AS unreviewed, count(unit.id) FILTER (unit.isStale) AS stale,
        count(unit.id) FILTER (unit.isUndeclared) AS undeclared
    FROM (FROM manifest QUALIFY row_number() OVER (PARTITION BY repository, project, day ORDER BY isCurrent DESC) = 1) AS manifest
        LEFT JOIN unit USING (place)
    GROUP BY ALL),
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
FROM asked ASOF JOIN state
    ON asked.repository = state.repository AND asked.project = state.project AND asked.day >= state.day
GROUP BY ALL
ORDER BY day;
