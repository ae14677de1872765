package org.aimass.report.control;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.organization.entity.Organization;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.report.entity.Disclosure;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.GroupTables;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** Puts together what a report says, from what was found and what was declared. Decides nothing. */
record SnapshotBuilder(
        CompletedAudit audit,
        String planJson,
        Organization auditor,
        ModelVersion model,
        DatasetVersion dataset,
        List<ProcessingActivity> activities,
        PolicyTexts policyTexts) {

    /** @throws Refusal INVALID where nothing was compared, or the whole is smaller than the smallest group to be shown */
    ReportSnapshot draft(Explanation explanation, Bilingual judgement) {
        GroupTables groups = groupTables();
        Disclosure disclosure = groups.disclosure();
        return new ReportSnapshot(
                ReportSnapshot.FORMAT,
                "",
                "",
                party(model.model().organization()),
                party(auditor),
                audited(),
                testData(disclosure),
                explanation,
                judgement,
                activities.stream().map(SnapshotBuilder::processing).toList(),
                method(),
                new ReportSnapshot.Protection(
                        audit.policy().minimumGroupSize(),
                        disclosure.countStep(),
                        disclosure.rounds() ? Disclosure.SHARE_STEP : null,
                        groups.hiddenGroups()),
                new ReportSnapshot.Tally(
                        audit.tally().shown(),
                        audit.tally().within(),
                        audit.tally().insufficient()),
                groups.overall(),
                groups.tables(),
                null);
    }

    private GroupTables groupTables() {
        int minimum = audit.policy().minimumGroupSize();
        if (audit.comparisons().isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, "report", "refusal.nothingCompared");
        }
        boolean fewerThanOneGroup = audit.groups().stream()
                .filter(group -> group.features().isEmpty())
                .mapToLong(GroupSummary::rows)
                .anyMatch(rows -> rows < minimum);
        if (fewerThanOneGroup) {
            throw Refusal.of(Refusal.Kind.INVALID, "report", "refusal.tooFew", minimum);
        }
        Map<JudgedComparison, GroupTable.Finding> findings = new HashMap<>();
        for (Finding finding : audit.findings()) {
            findings.put(
                    audit.comparisons().get(finding.comparison()),
                    new GroupTable.Finding(finding.number(), finding.severity()));
        }
        return new GroupTables(audit.comparisons(), published(), audit.measurements(), findings, minimum);
    }

    /** Groups within slices of what was controlled for are for auditors: nothing is judged of them. */
    private List<GroupSummary> published() {
        return audit.groups().stream()
                .filter(group -> group.features().isEmpty()
                        || audit.plan()
                                .featureSets()
                                .contains(List.copyOf(group.features().keySet())))
                .toList();
    }

    private static ReportSnapshot.Party party(Organization organization) {
        return new ReportSnapshot.Party(organization.slug(), name(organization));
    }

    private static Bilingual name(Organization organization) {
        return new Bilingual(organization.name(Locale.ENGLISH), organization.name(Locale.SIMPLIFIED_CHINESE));
    }

    private ReportSnapshot.Model audited() {
        RegisteredModel registered = model.model();
        return new ReportSnapshot.Model(
                model.id().toString(),
                registered.name(),
                model.label(),
                audit.plan().model().sha256().map(Sha256Digest::hex).orElse(null),
                registered.task().word(),
                registered.domain().name().toLowerCase(Locale.ROOT),
                registered.licence(),
                registered.purpose());
    }

    private ReportSnapshot.Dataset testData(Disclosure disclosure) {
        return new ReportSnapshot.Dataset(
                dataset.dataset().name(),
                dataset.number(),
                audit.plan().dataset().sha256().hex(),
                audit.plan().dataset().format(),
                name(dataset.dataset().organization()),
                disclosure.count(audit.head().rows().used()));
    }

    private static ReportSnapshot.Processing processing(ProcessingActivity activity) {
        return new ReportSnapshot.Processing(
                activity.purpose(),
                activity.legalBasis(),
                activity.dataCategories(),
                activity.recipients(),
                activity.retention(),
                activity.decidedByComputerAlone(),
                activity.contact());
    }

    private ReportSnapshot.Method method() {
        AuditPlan plan = audit.plan();
        OptionalDouble threshold = plan.threshold();
        return new ReportSnapshot.Method(
                audit.id().toString(),
                audit.number(),
                audit.finishedAt().toString(),
                new ReportSnapshot.Policy(
                        audit.policy().name(),
                        audit.policy().version(),
                        policyTexts.title(),
                        policyTexts.about(),
                        audit.policy().source(),
                        audit.policy().digest().hex(),
                        audit.policy().minimumGroupSize()),
                new ReportSnapshot.Labels(
                        plan.columns().label(),
                        plan.labels().map(AuditPlan.Labels::positive).orElse(null),
                        plan.labels().map(AuditPlan.Labels::favorable).orElse(null),
                        threshold.isPresent() ? (Double) threshold.getAsDouble() : null),
                plan.confidence(),
                SnapshotJson.object(planJson),
                audit.planDigest().hex(),
                engine(audit.head().engine()),
                audit.sandboxed());
    }

    private static Map<String, Object> engine(AuditOutcome.Engine engine) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("version", engine.version());
        engine.onnxruntime().ifPresent(version -> said.put("onnxruntime", version));
        engine.provider().ifPresent(provider -> said.put("provider", provider));
        said.put("device", engine.device());
        said.put("threads", engine.threads());
        said.put("seed", engine.seed());
        return said;
    }
}
