-- Whose tools and models: a unit that tools of two companies made counts for both.
SELECT provider, count(*) AS units, sum(lines)::BIGINT AS lines, count(*) FILTER (training.status = 'restricted') AS restricted
FROM (SELECT lines, training, unnest(CASE WHEN len(providers) = 0 THEN ['(unknown)'] ELSE providers END) AS provider
      FROM unit WHERE isCurrent AND isAIMade)
GROUP BY ALL
ORDER BY lines DESC, units DESC, provider;
