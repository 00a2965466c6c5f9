-- A row for each unit; lists are joined by blanks.
SELECT repository, day, assembly, project, id, name, kind, test, path, startLine, lines, size, digest,
    isUndeclared AS undeclared, isInBaseline AS baseline, origin, isAIMade AS aiMade, array_to_string(tools, ' ') AS tools,
    array_to_string(models, ' ') AS models, array_to_string(providers, ' ') AS providers, "level", review, reviewsRequired,
    array_to_string(reviewers, ' ') AS reviewers,
    array_to_string(policy, ' ') AS policy, isContradicted AS contradicted, contested, training.status AS training,
    training.provider AS trainingProvider,
    array_to_string(list_sort(list_distinct(list_transform(list_filter(findings, lambda one: NOT one.suppressed), lambda one: one.rule))), ' ') AS rules
FROM unit
WHERE isCurrent
ORDER BY repository, project, path, startLine, id;
