-- Who reviews, how much of it still holds, and how often nobody else has looked.
SELECT coalesce(min(reviewer), '(nobody named)') AS reviewer, count(*) FILTER (valid) AS valid,
    coalesce(sum(lines) FILTER (valid), 0)::BIGINT AS lines, count(*) FILTER (valid AND people = 1) AS alone,
    count(*) FILTER (stale) AS stale, count(*) FILTER (NOT valid AND NOT stale) AS refused, max(lastDay) AS lastDay
FROM (SELECT place, id, lines, people, person(coalesce(one.reviewer, '')) AS person,
        min(nullif(trim(one.reviewer), '')) AS reviewer, bool_or(one.valid) AS valid,
        bool_or(NOT one.valid AND list_contains(one.faults, 'stale')) AND NOT bool_or(one.valid) AS stale,
        max(one."on") FILTER (one.valid) AS lastDay
      FROM (SELECT place, id, lines, unnest(reviews) AS one,
              len(list_distinct(list_transform(reviewers, lambda each: person(each)))) AS people
            FROM unit WHERE isCurrent)
      GROUP BY ALL)
GROUP BY person
ORDER BY valid DESC, stale DESC, reviewer;
