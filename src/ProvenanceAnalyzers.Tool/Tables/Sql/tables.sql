-- The tables that queries ask, made of the lines of all manifests.

-- Where a file lies below the root of the repository: of project 'src/Shop/Shop.csproj' and path '../Shared/A.cs' it is 'src/Shared/A.cs'.
-- What a package brought, and what lies on another drive or at the root, stays as it is.
CREATE MACRO without_dots(path) AS regexp_replace(path, '(^|/)([^/.][^/]*|\.[^/.][^/]*|\.\.[^/]+)/\.\./', '\1');
CREATE MACRO repository_path(project, path) AS CASE
    WHEN regexp_matches(path, '^(\(packages\)/|/|[A-Za-z]:)') THEN path
    WHEN NOT contains(path, '../') THEN regexp_replace(project, '[^/]*$', '') || path
    ELSE without_dots(without_dots(without_dots(without_dots(without_dots(without_dots(without_dots(without_dots(
        regexp_replace(project, '[^/]*$', '') || path)))))))) END;

-- What a person reads of an id: 'OrderParser' of 'T:Shop.OrderParser', 'OrderParser.Parse' of 'M:Shop.OrderParser.Parse(System.String)'.
-- The type that an extension block extends, the file of a file-local type and parameters are left out.
CREATE MACRO display_name(id) AS CASE
    WHEN id[2] <> ':' THEN id
    WHEN id[1] = 'T' THEN regexp_extract(regexp_replace(regexp_replace(id[3:], '@.*$', ''), '\.extension\(.*$', ''), '[^.]*$')
    ELSE regexp_extract(
        regexp_replace(regexp_replace(regexp_replace(id[3:], '@.*$', ''), '\.extension\([^)]*\)', ''), '\(.*$', ''),
        '([^.]*\.)?[^.]*$') END;

-- One person, however the name around an address is written.
CREATE MACRO person(written) AS lower(coalesce(nullif(regexp_extract(written, '([^<>\s]+@[^<>\s]+)[^@]*$', 1), ''), trim(written)));

-- What a filter is called that lists what was made with a tool of a provider by a model.
CREATE MACRO maker(tool, provider, model) AS concat_ws(', ',
    coalesce(tool, '(no tool named)'), coalesce(provider, '(unknown)'), coalesce(model, '(no model named)'));

-- The folder of a file, that of its repository before it.
CREATE MACRO folder(repository, path) AS
    concat_ws('/', nullif(repository, ''), nullif(regexp_replace(path, '/?[^/]*$', ''), ''));

CREATE TABLE manifest AS
SELECT place, repository, day, isCurrent, file, assembly, project, frameworks, source.revision AS revision, source.clean AS clean,
    inForce[1].version AS version, inForce[1].mode AS mode,
    list_sort(list_distinct(flatten(list_transform(inForce, lambda one: one.policies)))) AS policies,
    list_sort(list_distinct(flatten(list_transform(inForce, lambda one: one.unjudged)))) AS unjudged,
    coalesce(list_bool_or(list_transform(inForce, lambda one: one.evidence)), false) AS evidence,
    coalesce((baseline->>'$.entries')::INTEGER, 0) AS baselineEntries
FROM line
WHERE record = 'project';

-- Each variant of each unit; what provenance.exclude leaves out too.
CREATE VIEW variant AS
SELECT place, repository, day, isCurrent, assembly, project, id, display_name(id) AS name, kind, test, repository_path(project, path) AS path,
    startLine, endLine, digest, size, parts, due, excluded, suppressed, justification, origin, tools, providers, models, "level",
    annotations, review, reviewsRequired, reviews, policy, evidence, contested, training, findings, frameworks,
    list_position(['human', 'unknown', 'assisted', 'generated', 'autonomous'], origin) AS strength,
    strength >= 3 OR len(list_filter(annotations, lambda one: one.tool IS NOT NULL OR one.model IS NOT NULL)) > 0 AS isAIMade,
    due IS NOT NULL AS isUndeclared,
    due IS NOT NULL AND baseline::BOOLEAN AS isInBaseline,
    review = 'unreviewed' AS isUnreviewed,
    review = 'stale' AS isStale,
    len(policy) > 0 AS isViolation,
    list_sort(list_distinct(list_transform(list_filter(reviews, lambda one: one.valid), lambda one: one.reviewer))) AS reviewers,
    -- Nobody is somebody here, with no name: a list without doubles has no NULL.
    list_sort(list_distinct(list_transform(reviews, lambda one: coalesce(trim(one.reviewer), '')))) AS signers,
    list_sort(list_distinct(list_transform(list_filter(findings, lambda one: one.suppressed), lambda one: one.rule))) AS suppressedRules,
    CASE WHEN review <> 'reviewed' THEN review
        WHEN len(list_filter(findings, lambda one: one.rule IN ('PROV4003', 'PROV4004') AND NOT one.suppressed)) > 0 THEN 'reviewedDoubted'
        -- Two people who signed a part each have not looked at one and the same.
        WHEN len(parts) > 0 AND len(list_filter(parts, lambda part: len(list_distinct(list_transform(
            list_filter(reviews, lambda one: one.valid AND (one.digest IS NULL OR part.digest IS NULL OR one.digest = part.digest)),
            lambda one: person(one.reviewer)))) < 2)) = 0 THEN 'reviewedByTwo'
        WHEN len(list_filter(annotations, lambda one: one.requestedBy IS NOT NULL)) > 0 THEN 'reviewedByAnother'
        ELSE 'reviewedRequesterUnknown' END AS reviewState,
    len(list_filter(findings, lambda one: one.rule IN ('PROV4001', 'PROV4002') AND NOT one.suppressed)) > 0 AS isContradicted
FROM line
WHERE record = 'unit';

CREATE TABLE several AS
SELECT place, id FROM variant WHERE excluded IS NOT TRUE GROUP BY ALL HAVING count(*) > 1;

-- A unit that differs between target frameworks counts once, as in a manifest's own summary: it is what its strongest variant is, and
-- waits for whatever one of them waits for. What is excluded is none.
CREATE TABLE unit AS
SELECT *, frameworks AS allFrameworks FROM variant ANTI JOIN several USING (place, id) WHERE excluded IS NOT TRUE
UNION ALL BY NAME
SELECT * REPLACE (
    bool_or(isAIMade) OVER variants AS isAIMade,
    bool_or(isUndeclared) OVER variants AS isUndeclared,
    bool_and(isInBaseline = isUndeclared) OVER variants AND bool_or(isInBaseline) OVER variants AS isInBaseline,
    bool_or(isUnreviewed) OVER variants AS isUnreviewed,
    bool_or(isStale) OVER variants AS isStale,
    bool_or(isViolation) OVER variants AS isViolation,
    bool_or(isContradicted) OVER variants AS isContradicted,
    bool_or(suppressed) OVER variants AS suppressed,
    bool_or(contested) OVER variants AS contested,
    list_sort(list_distinct(flatten(list(tools) OVER variants))) AS tools,
    list_sort(list_distinct(flatten(list(models) OVER variants))) AS models,
    list_sort(list_distinct(flatten(list(providers) OVER variants))) AS providers,
    list_distinct(flatten(list(annotations) OVER variants)) AS annotations,
    list_sort(list_distinct(flatten(list(policy) OVER variants))) AS policy,
    list_distinct(flatten(list(reviews) OVER variants)) AS reviews,
    list_sort(list_distinct(flatten(list(signers) OVER variants))) AS signers,
    list_distinct(flatten(list(findings) OVER variants)) AS findings,
    list_sort(list_distinct(flatten(list(suppressedRules) OVER variants))) AS suppressedRules,
    arg_max(training, list_position(['allowed', 'unknown', 'unverified', 'restricted'], training.status)) OVER variants AS training),
    list_sort(list_distinct(flatten(list(frameworks) OVER variants))) AS allFrameworks
FROM variant SEMI JOIN several USING (place, id)
WHERE excluded IS NOT TRUE
WINDOW variants AS (PARTITION BY place, id)
QUALIFY row_number() OVER (PARTITION BY place, id ORDER BY strength DESC, frameworks) = 1;

-- The lines of a part that belong to no unit inside of it: a member that is a unit of its own takes its lines from its type.
CREATE TABLE part AS
WITH extent AS (
    SELECT place, id, repository_path(project, one.path) AS path, one.startLine AS startLine, one.endLine AS endLine,
        one.endLine - one.startLine + 1 AS lines
    FROM (SELECT place, project, id, unnest(parts) AS one FROM unit)
    WHERE one.startLine IS NOT NULL),
contained AS (
    SELECT place, path, within.id AS id, within.startLine AS startLine, within.lines AS lines,
        arg_min((around.id, around.startLine), (around.lines, -length(around.id))) AS container
    FROM extent AS within JOIN extent AS around USING (place, path)
    WHERE around.startLine <= within.startLine AND within.endLine <= around.endLine
        AND (around.lines, -length(around.id)) > (within.lines, -length(within.id))
    GROUP BY ALL),
taken AS (
    SELECT place, path, container[1] AS id, container[2] AS startLine, sum(lines) AS lines FROM contained GROUP BY ALL)
SELECT extent.place, extent.id, extent.path, extent.startLine,
    greatest(extent.lines - coalesce(taken.lines, 0), 0)::BIGINT AS lines
FROM extent LEFT JOIN taken USING (place, path, id, startLine);

ALTER TABLE unit ADD COLUMN lines BIGINT DEFAULT 0;
UPDATE unit SET lines = counted.lines
FROM (SELECT place, id, sum(lines)::BIGINT AS lines FROM part GROUP BY ALL) AS counted
WHERE unit.place = counted.place AND unit.id = counted.id;

-- A project with its units on a day; without any it has one row that is of none.
CREATE VIEW unitOfDay AS
SELECT manifest.repository, manifest.project, manifest.day, manifest.isCurrent, id, lines, isAIMade, review, isUnreviewed, isStale, isUndeclared
FROM manifest LEFT JOIN unit USING (place);

-- How many units of what kind projects had.
CREATE MACRO states(unitsOfDays) AS TABLE
SELECT repository, project, day, isCurrent, count(id) AS units, coalesce(sum(lines), 0)::BIGINT AS lines,
    coalesce(sum(lines) FILTER (isAIMade), 0)::BIGINT AS aiMadeLines, count(id) FILTER (isAIMade) AS aiMade,
    count(id) FILTER (isAIMade AND review = 'reviewed') AS reviewed, count(id) FILTER (isUnreviewed) AS unreviewed,
    count(id) FILTER (isStale) AS stale, count(id) FILTER (isUndeclared) AS undeclared
FROM query_table(unitsOfDays)
GROUP BY ALL;

CREATE TABLE state AS FROM states('unitOfDay');
