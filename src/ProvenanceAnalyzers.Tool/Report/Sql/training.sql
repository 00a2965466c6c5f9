-- What a model may be trained on, and whose terms stand against the rest.
SELECT training.status AS status, coalesce(training.provider, '') AS provider, coalesce(training.document, '') AS document,
    coalesce(training.date, '') AS date, concat_ws(' ', training.provider, training.document, training.date) AS terms,
    count(*) AS units, sum(lines)::BIGINT AS lines
FROM unit
WHERE isCurrent
GROUP BY training.status, training.provider, training.document, training.date
ORDER BY list_position(['allowed', 'restricted', 'unverified', 'unknown'], training.status), lines DESC, provider, document;
