-- Who reviews, how much of it still holds, and how often nobody else has looked.
SELECT coalesce(one.reviewer, '(nobody named)') AS reviewer, count(*) FILTER (one.valid) AS valid,
    coalesce(sum(lines) FILTER (one.valid), 0)::BIGINT AS lines, count(*) FILTER (one.valid AND len(reviewers) = 1) AS alone,
    count(*) FILTER (list_contains(one.faults, 'stale')) AS stale,
    count(*) FILTER (NOT one.valid AND NOT list_contains(one.faults, 'stale')) AS refused, max(one."on") FILTER (one.valid) AS lastDay
FROM (SELECT lines, reviewers, unnest(reviews) AS one FROM unit WHERE isCurrent)
GROUP BY ALL
ORDER BY valid DESC, stale DESC, reviewer;
