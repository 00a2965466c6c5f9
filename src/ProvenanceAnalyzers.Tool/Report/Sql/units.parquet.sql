-- Each variant of each unit, with all that its manifest says, what is excluded among it. Of a unit's variants one counts, and has the
-- lines that are the unit's own.
SELECT variant.repository AS repository, variant.day AS day, variant.assembly AS assembly, variant.project AS project, variant.id AS id, variant.name AS name, variant.kind AS kind, variant.test AS test,
    variant.path AS path, variant.startLine AS startLine, variant.endLine AS endLine, CASE WHEN unit.frameworks = variant.frameworks THEN unit.lines END AS lines,
    unit.frameworks IS NOT DISTINCT FROM variant.frameworks AND NOT coalesce(variant.excluded, false) AS counts, variant.digest AS digest,
    variant.size AS size, variant.parts AS parts, variant.due AS due, variant.isInBaseline AS baseline, variant.excluded AS excluded,
    variant.suppressed AS suppressed, variant.justification AS justification, variant.origin AS origin, variant.isAIMade AS aiMade,
    variant.tools AS tools, variant.providers AS providers, variant.models AS models, variant."level" AS "level",
    variant.annotations AS annotations, variant.review AS review, variant.reviewsRequired AS reviewsRequired,
    variant.reviews AS reviews, variant.policy AS policy, variant.evidence AS evidence, variant.contested AS contested,
    variant.isContradicted AS contradicted, variant.training AS training, variant.findings AS findings,
    variant.frameworks AS frameworks
FROM variant LEFT JOIN unit USING (place, id)
WHERE variant.isCurrent
ORDER BY ALL;
