-- Who made it: of each origin. What nobody has declared is apart from what somebody declared as unknown.
SELECT made AS origin, count(*) AS units, sum(lines)::BIGINT AS lines,
    count(*) FILTER (review = 'reviewed') AS reviewed, count(*) FILTER (review IN ('unreviewed', 'stale')) AS due
FROM (SELECT CASE WHEN isUndeclared THEN 'undeclared' ELSE origin END AS made, lines, review FROM unit WHERE isCurrent)
GROUP BY made
ORDER BY list_position(['human', 'assisted', 'generated', 'autonomous', 'unknown', 'undeclared'], made);
