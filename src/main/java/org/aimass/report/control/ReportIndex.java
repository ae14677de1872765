package org.aimass.report.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.SearchWords;

/** What reports are found by: the words of the version that stands, the digests of the files that any version names, the audits. */
record ReportIndex(EntityManager em) {

    private static final int WORDS_AT_ONCE = 200;

    /** By what a report's version is found from now on, in place of the version before. */
    void put(ReportSnapshot snapshot) {
        em.createNativeQuery("delete from report_word where report_number = ?")
                .setParameter(1, snapshot.number())
                .executeUpdate();
        List<String> words = new ArrayList<>(words(snapshot));
        for (int from = 0; from < words.size(); from += WORDS_AT_ONCE) {
            insert(snapshot.number(), words.subList(from, Math.min(words.size(), from + WORDS_AT_ONCE)));
        }
        file(snapshot, "PLAN", snapshot.method().planSha256());
        file(snapshot, "DATASET", snapshot.dataset().sha256());
        if (snapshot.model().sha256() != null) {
            file(snapshot, "MODEL", snapshot.model().sha256());
        }
    }

    private static Set<String> words(ReportSnapshot snapshot) {
        Explanation explanation = snapshot.explanation();
        Set<String> words = SearchWords.of(Stream.concat(
                        Stream.of(
                                        explanation.title(),
                                        explanation.summary(),
                                        explanation.purpose(),
                                        explanation.decision(),
                                        explanation.data(),
                                        snapshot.organization().name(),
                                        snapshot.auditor().name())
                                .flatMap(text -> Stream.of(text.en(), text.zh())),
                        Stream.of(snapshot.model().name(), snapshot.number()))
                .toList());
        words.add(SearchWords.ofNumber(snapshot.number()));
        return words;
    }

    private void insert(String number, List<String> words) {
        Query insert = em.createNativeQuery(
                "insert into report_word (word, report_number) values (?, ?)" + ", (?, ?)".repeat(words.size() - 1));
        for (int i = 0; i < words.size(); i++) {
            insert.setParameter(2 * i + 1, words.get(i)).setParameter(2 * i + 2, number);
        }
        insert.executeUpdate();
    }

    private void file(ReportSnapshot snapshot, String kind, String sha256) {
        em.createNativeQuery("insert into report_file (sha256, kind, report_number, version) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .setParameter(1, sha256)
                .setParameter(2, kind)
                .setParameter(3, snapshot.number())
                .setParameter(4, snapshot.version())
                .executeUpdate();
    }

    /** Notes that the report has this audit from now on; an audit is reported once. */
    void putRun(UUID runId, String number) {
        em.createNativeQuery("insert into report_run (run_id, report_number) values (?, ?)")
                .setParameter(1, runId)
                .setParameter(2, number)
                .executeUpdate();
    }
}
