-- What the rules have found, in units and outside of them.
SELECT rule, count(*) FILTER (NOT suppressed) AS findings, count(*) FILTER (suppressed) AS suppressed,
    count(*) FILTER ("level" = 'error') AS errors
FROM (SELECT one.rule AS rule, one.suppressed AS suppressed, one."level" AS "level"
      FROM (SELECT unnest(findings) AS one FROM unit WHERE isCurrent)
      UNION ALL
      SELECT rule, suppressed, "level" FROM line WHERE record = 'finding' AND isCurrent)
GROUP BY ALL
ORDER BY rule;
