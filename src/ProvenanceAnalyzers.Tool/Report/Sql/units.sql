-- The units that the page lists: those that wait for somebody first. Which they are is found before all that is known of them is read.
WITH listed AS (
    SELECT place, id, (NOT (isViolation OR isContradicted), NOT (isStale OR isUnreviewed), NOT (isUndeclared AND NOT isInBaseline),
        NOT isUndeclared, NOT isAIMade, repository, path, startLine, project, id) AS rank
    FROM unit
    WHERE isCurrent
    ORDER BY rank
    LIMIT $limit)
SELECT repository, project, id, name, kind, test, path, startLine, lines, size,
    CASE WHEN isUndeclared THEN 'undeclared' ELSE origin END AS origin, isAIMade, reviewState, reviewers,
    signers, tools, models, providers, "level", review, reviewsRequired, due, isInBaseline, suppressed, justification, policy, contested,
    isContradicted, isUnreviewed, isStale, isViolation, suppressedRules, training.status AS training,
    concat_ws(' ', training.provider, training.document, training.date) AS terms,
    list_sort(list_distinct(list_transform(list_filter(findings, lambda one: NOT one.suppressed), lambda one: one.rule))) AS rules,
    CASE WHEN isAIMade THEN list_distinct(list_transform(
        list_filter(annotations, lambda one:
            one.origin IN ('assisted', 'generated', 'autonomous') OR one.tool IS NOT NULL OR one.model IS NOT NULL),
        lambda one: maker(one.tool, one.provider, one.model))) ELSE [] END AS makers,
    list_distinct(list_transform(parts, lambda one: folder(repository, repository_path(project, one.path)))) AS folders,
    to_json({annotations: annotations, reviews: reviews, evidence: evidence, training: training, findings: findings, parts: parts,
        frameworks: allFrameworks, digest: digest}) AS details
FROM unit JOIN listed USING (place, id)
ORDER BY rank;
