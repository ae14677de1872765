package org.aimass.notification.entity;

import java.util.Arrays;
import java.util.List;

/** What news is about. */
public enum Topic {
    SUBMISSIONS("MODEL_", "DATASET_"),
    AUDITS("RUN_", "AUDIT_"),
    FINDINGS("FINDING_"),
    REPORTS("REPORT_");

    @SuppressWarnings("ImmutableEnumChecker") // as List.of makes it
    private final List<String> beginnings;

    Topic(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    public List<NoticeKind> kinds() {
        return Arrays.stream(NoticeKind.values()).filter(this::covers).toList();
    }

    private boolean covers(NoticeKind kind) {
        return beginnings.stream().anyMatch(kind.name()::startsWith);
    }
}
