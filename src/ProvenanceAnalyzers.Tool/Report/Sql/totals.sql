-- How much there is, and how much of it waits for whom.
SELECT count(*) AS units, coalesce(sum(lines), 0)::BIGINT AS lines,
    count(*) FILTER (isAIMade) AS aiMade, coalesce(sum(lines) FILTER (isAIMade), 0)::BIGINT AS aiMadeLines,
    count(*) FILTER (isUndeclared) AS undeclared, count(*) FILTER (isInBaseline) AS inBaseline,
    count(*) FILTER (isAIMade AND review = 'reviewed') AS aiMadeReviewed, count(*) FILTER (isUnreviewed) AS unreviewed, count(*) FILTER (isStale) AS stale,
    coalesce(sum(lines) FILTER (isUnreviewed OR isStale), 0)::BIGINT AS linesToReview,
    count(*) FILTER (isContradicted) AS contradicted, count(*) FILTER (contested AND NOT isContradicted) AS contested,
    count(*) FILTER (isViolation) AS violations,
    count(*) FILTER (training.status = 'allowed') AS trainable,
    coalesce(sum(lines) FILTER (training.status = 'allowed'), 0)::BIGINT AS trainableLines,
    (SELECT count(DISTINCT (place, id)) FROM variant ANTI JOIN unit USING (place, id) WHERE excluded AND isCurrent) AS excluded,
    (SELECT count(*) FROM manifest WHERE isCurrent) AS manifests,
    (SELECT count(*) FROM manifest WHERE isCurrent AND NOT clean) AS unclean,
    (SELECT coalesce(sum(len(unjudged)), 0)::BIGINT FROM manifest WHERE isCurrent) AS unjudged,
    (SELECT count(*) FROM manifest WHERE isCurrent AND mode = 'none') AS off,
    (SELECT max(day) FROM manifest WHERE isCurrent) AS day
FROM unit
WHERE isCurrent;
