-- With which tool, of whom, and by which model: a unit that two tools made counts for both.
SELECT maker(one.tool, one.provider, one.model) AS maker, coalesce(one.tool, '(no tool named)') AS tool, coalesce(one.provider, '(unknown)') AS provider,
    coalesce(one.model, '(no model named)') AS model, count(DISTINCT (place, id)) AS units,
    sum(lines)::BIGINT AS lines, count(*) FILTER (review = 'reviewed') AS reviewed, count(*) FILTER (review = 'stale') AS stale,
    count(*) FILTER (review = 'unreviewed') AS unreviewed
FROM (SELECT DISTINCT place, id, lines, review, one.tool AS tool, one.provider AS provider, one.model AS model
      FROM (SELECT place, id, lines, review, unnest(annotations) AS one FROM unit WHERE isCurrent AND isAIMade)
      WHERE one.origin IN ('assisted', 'generated', 'autonomous') OR one.tool IS NOT NULL OR one.model IS NOT NULL) AS one
GROUP BY ALL
ORDER BY lines DESC, units DESC, tool, provider, model;
