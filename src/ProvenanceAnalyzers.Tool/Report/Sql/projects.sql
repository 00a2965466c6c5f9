-- Of each project: how much, by whom, and what is due.
SELECT manifest.repository AS repository, manifest.project AS project, manifest.revision AS revision, manifest.clean AS clean,
    manifest.mode AS mode, manifest.version AS version, manifest.baselineEntries AS baselineEntries,
    manifest.evidence AS evidence, list_sort(list_transform(manifest.policies, lambda one: one.path)) AS policies,
    manifest.unjudged AS unjudged, count(unit.id) AS units, coalesce(sum(unit.lines), 0)::BIGINT AS lines,
    count(unit.id) FILTER (unit.isAIMade) AS aiMade, coalesce(sum(unit.lines) FILTER (unit.isAIMade), 0)::BIGINT AS aiMadeLines,
    count(unit.id) FILTER (unit.isAIMade AND unit.review = 'reviewed') AS reviewed,
    count(unit.id) FILTER (unit.isUndeclared) AS undeclared, count(unit.id) FILTER (unit.isUnreviewed) AS unreviewed,
    count(unit.id) FILTER (unit.isStale) AS stale, count(unit.id) FILTER (unit.isContradicted) AS contradicted,
    count(unit.id) FILTER (unit.isViolation) AS violations,
    count(unit.id) FILTER (unit.training.status = 'allowed') AS trainable
FROM manifest LEFT JOIN unit USING (place)
WHERE manifest.isCurrent
GROUP BY ALL
ORDER BY repository, project;
