-- Where it is: the folders with the most lines, and what an AI made in them.
SELECT *, count(*) OVER () AS folders
FROM (
    SELECT folder(unit.repository, part.path) AS folder,
        sum(part.lines)::BIGINT AS lines,
        coalesce(sum(part.lines) FILTER (unit.isAIMade), 0)::BIGINT AS aiMadeLines,
        coalesce(sum(part.lines) FILTER (unit.isUnreviewed OR unit.isStale), 0)::BIGINT AS dueLines
    FROM unit JOIN part USING (place, id)
    WHERE unit.isCurrent
    GROUP BY ALL)
ORDER BY lines DESC, folder
LIMIT 2000;
