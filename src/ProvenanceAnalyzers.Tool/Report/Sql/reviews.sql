-- Is what an AI made reviewed, and by somebody else than who asked for it?
SELECT reviewState AS state, count(*) AS units, sum(lines)::BIGINT AS lines
FROM unit
WHERE isCurrent AND isAIMade
GROUP BY reviewState
ORDER BY list_position(['reviewedByTwo', 'reviewedByAnother', 'reviewedRequesterUnknown', 'reviewedDoubted', 'stale', 'unreviewed',
    'notRequired'], reviewState);
