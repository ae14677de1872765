package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.GroupCurves;
import org.aimass.shared.Slice;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** The scores of the shown feature's groups: characteristic, reliability and distribution, as plots and as tables. */
@Named
@RequestScoped
public class ResultsScores {

    /** Groups on one page: three rows of plots, where each has its own. */
    public static final int SIZE = 12;

    /** Thresholds in the table: every fifth edge. The file has all. */
    private static final int STEPS = 20;

    @Inject
    AuditResultsPage page;

    @Inject
    ResultsAddress address;

    @Inject
    AuditResults results;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable List<GroupCurves> curves;

    /** All rows first. */
    List<GroupCurves> all() {
        List<GroupCurves> known = curves;
        if (known == null) {
            known = results.curves(page.getAudit().id(), page.getShown());
            curves = known;
        }
        return known;
    }

    /** Whether the run kept any scores. */
    public boolean isThere() {
        return !all().isEmpty();
    }

    /** The groups of this page. */
    public Slice<GroupCurves> getSlice() {
        List<GroupCurves> groups =
                all().stream().filter(curve -> !curve.isEverybody()).toList();
        int from = address.offset(SIZE) < groups.size() ? address.offset(SIZE) : 0;
        return new Slice<>(groups.subList(from, Math.min(from + SIZE, groups.size())), from, groups.size());
    }

    public int getSize() {
        return SIZE;
    }

    /** How many groups were compared but have no scores of their own here. */
    public long getLeftOut() {
        return page.getAudit().groups(page.getFeatures()).size() - getSlice().total();
    }

    private ScorePlots plots() {
        List<GroupCurves> shown = all().stream()
                .filter(curve -> curve.isEverybody() || getSlice().items().contains(curve))
                .toList();
        return new ScorePlots(shown, page.getAudit().plan().threshold(), text, format);
    }

    public List<Plot> getRoc() {
        return plots().roc();
    }

    public List<Plot> getReliability() {
        return plots().reliability();
    }

    public List<Plot> getPositives() {
        return plots().distribution(true);
    }

    public List<Plot> getNegatives() {
        return plots().distribution(false);
    }

    /** From 1 down to 0. */
    public List<Double> getThresholds() {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> (STEPS - step) / (double) STEPS)
                .toList();
    }

    public List<Integer> getBins() {
        return places(all().get(0).reliability());
    }

    public List<Integer> getSteps() {
        return places(all().get(0).positives());
    }

    private static List<Integer> places(List<?> parts) {
        return IntStream.range(0, parts.size()).boxed().toList();
    }
}
