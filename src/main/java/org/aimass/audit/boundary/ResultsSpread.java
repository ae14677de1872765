package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.control.AuditResults;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Distributions;
import org.aimass.web.Format;

/** How the errors of a regression, or the places of a ranking, are spread, group by group. */
@Named
@RequestScoped
public class ResultsSpread {

    @Inject
    AuditResultsPage page;

    @Inject
    AuditResults results;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private Optional<Distributions> spread = Optional.empty();
    private boolean read;

    /** The rows of one bin. */
    public record Line(String bin, List<Cell> cells) {}

    /** Of one group. */
    public record Cell(long rows, double share) {}

    private Optional<Distributions> spread() {
        if (!read) {
            spread = results.distributions(page.getAudit().id(), page.getShown());
            read = true;
        }
        return spread;
    }

    /** Whether the run kept it: not where there were too many rows. */
    public boolean isThere() {
        return spread().isPresent();
    }

    /** {@code error} or {@code place}. */
    public String getOf() {
        return spread().map(Distributions::of).orElse(Distributions.ERROR);
    }

    public List<Plot> getPlots() {
        return spread().map(found -> new SpreadPlots(found, text, format).plots())
                .orElse(List.of());
    }

    /** All rows first. */
    public List<String> getGroups() {
        return spread().map(Distributions::groups).orElse(List.of()).stream()
                .map(this::name)
                .toList();
    }

    private String name(BinnedRows group) {
        return group.features().isEmpty() ? text.say("scores.everybody") : text.group(group.features());
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        spread().ifPresent(found -> {
            for (int bin = 0; bin + 1 < found.edges().size(); bin++) {
                int at = bin;
                lines.add(new Line(
                        bin(found, bin),
                        found.groups().stream()
                                .map(group -> new Cell(group.counts().get(at), SpreadPlots.share(group, at)))
                                .toList()));
            }
        });
        return lines;
    }

    private String bin(Distributions found, int bin) {
        double low = found.edges().get(bin);
        double high = found.edges().get(bin + 1);
        boolean last = bin + 2 == found.edges().size();
        if (found.of().equals(Distributions.PLACE)) {
            return last ? text.say("spread.behind", format.whole((long) low - 1)) : format.whole((long) low);
        }
        if (bin == 0) {
            return text.say("spread.below", format.decimal(high, 2));
        }
        return last
                ? text.say("spread.above", format.decimal(low, 2))
                : text.say("spread.from", format.decimal(low, 2), format.decimal(high, 2));
    }

    /** Every bin of every group. */
    DataTable table() {
        DataTable table = new DataTable(List.of("group", "of", "from", "to", "rows", "share"));
        spread().ifPresent(found -> {
            for (BinnedRows group : found.groups()) {
                for (int bin = 0; bin + 1 < found.edges().size(); bin++) {
                    table.add(List.of(
                            String.join(", ", group.features().values()),
                            found.of(),
                            found.edges().get(bin),
                            found.edges().get(bin + 1),
                            group.counts().get(bin),
                            SpreadPlots.share(group, bin)));
                }
            }
        });
        return table;
    }
}
