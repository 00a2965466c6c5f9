-- What of the policy is broken, whatever its severity and whether it is suppressed.
SELECT rule, count(*) AS units, sum(lines)::BIGINT AS lines,
    count(*) FILTER (len(list_filter(findings, lambda one: one.rule = broken.rule AND one.suppressed)) > 0) AS suppressed
FROM (SELECT unnest(policy) AS rule, lines, findings FROM unit WHERE isCurrent) AS broken
GROUP BY ALL
ORDER BY rule;
