package org.aimass.audit.boundary;

import java.util.List;
import java.util.UUID;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.JudgedComparison;

/** One finding in words. */
public record FindingLine(UUID id, String heading, String text) {

    static List<FindingLine> of(CompletedAudit audit, AuditText words) {
        return audit.findings().stream()
                .map(finding -> {
                    JudgedComparison comparison = audit.comparisons().get(finding.comparison());
                    return new FindingLine(
                            finding.id(),
                            words.say(
                                    "finding.heading",
                                    finding.number(),
                                    words.group(comparison.group()),
                                    words.measure(comparison.measure())),
                            words.say(
                                    "finding.text",
                                    words.gap(comparison),
                                    words.group(comparison.reference()),
                                    words.tolerance(comparison.measure().metric(), comparison.tolerance()),
                                    words.say("severity." + finding.severity())));
                })
                .toList();
    }
}
