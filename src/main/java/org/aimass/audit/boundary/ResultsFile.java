package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.aimass.audit.control.OutcomeFiles;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Tolerance;
import org.aimass.shared.Refusal;
import org.aimass.web.Format;
import org.aimass.web.Marks;

/** What a results page shows, as a file: the parameter {@code file} of its address names a part and a format, such as roc.csv. */
@Named
@RequestScoped
public class ResultsFile {

    private static final String OUTCOME = "outcome.json";
    private static final Set<String> FORMATS = Set.of("csv", "json", "svg");

    @Inject
    AuditResultsPage page;

    @Inject
    ResultsMeasure measure;

    @Inject
    ResultsAnswers answers;

    @Inject
    ResultsSpread spread;

    @Inject
    ResultsScores scores;

    @Inject
    ResultsPrecision precision;

    @Inject
    ResultsFound found;

    @Inject
    ResultsItems items;

    @Inject
    ResultsThreshold threshold;

    @Inject
    ResultsExploration exploration;

    @Inject
    ResultsConditional conditional;

    @Inject
    ResultsErrors errors;

    @Inject
    ResultsCross cross;

    @Inject
    ResultsPanels panels;

    @Inject
    ResultsSnippets snippets;

    @Inject
    ResultsQuotes quotes;

    @Inject
    OutcomeFiles outcomes;

    @Inject
    AuditText text;

    @Inject
    Format format;

    @Inject
    Marks marks;

    /** Sends the file instead of the page. */
    public void send() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        String name = faces.getExternalContext().getRequestParameterMap().getOrDefault("file", "");
        CompletedAudit audit = page.getAudit();
        if (name.equals(OUTCOME)) {
            head(faces.getExternalContext(), "application/json", audit.number(), name);
            outcomes.write(audit.id(), faces.getExternalContext().getResponseOutputStream());
        } else {
            String[] parts = name.split("\\.", -1);
            if (parts.length != 2 || !FORMATS.contains(parts[1])) {
                throw Refusal.notFound();
            }
            byte[] bytes = content(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
            head(faces.getExternalContext(), type(parts[1]), audit.number() + "-" + (page.getShown() + 1), name);
            faces.getExternalContext().setResponseContentLength(bytes.length);
            faces.getExternalContext().getResponseOutputStream().write(bytes);
        }
        faces.responseComplete();
    }

    private static void head(ExternalContext response, String type, String run, String name) {
        response.setResponseContentType(type);
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"audit-" + run + "-" + name + "\"");
    }

    private static String type(String format) {
        return switch (format) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "json" -> "application/json";
            default -> "image/svg+xml;charset=UTF-8";
        };
    }

    private String content(String part, String format) {
        return switch (part) {
            case "gaps" ->
                content(format, () -> ResultData.judged(page.getAudit(), page.getFeatures()), this::judgedPlots);
            case "measure" -> content(format, () -> ResultData.measure(measure.table()), this::measurePlots);
            case "counts" ->
                content(format, () -> ResultData.counts(page.getAudit().groups(page.getFeatures())), List::of);
            case "spread" -> content(format, spread::table, spread::getPlots);
            case "answers" -> content(format, answers::table, List::of);
            case "precision" -> content(format, precision::table, precision::getPlots);
            case "found" -> content(format, found::table, found::plots);
            case "items" -> content(format, items::table, items::plots);
            case "det" -> content(format, errors::table, errors::getPlots);
            case "cross" -> content(format, cross::table, cross::getPlots);
            case "snippets" -> content(format, snippets::table, List::of);
            case "quotes" -> content(format, quotes::table, List::of);
            case "errors", "searches", "images", "words", "voices", "texts", "identities" ->
                content(format, panels::table, panels::plots);
            case "threshold" -> content(format, threshold::table, List::of);
            case "tests" -> content(format, exploration::tests, List::of);
            case "conditional" -> content(format, conditional::table, List::of);
            case "slices" -> content(format, exploration::slices, List::of);
            case "measurements" ->
                content(format, () -> ResultData.measurements(page.getAudit().measurements()), List::of);
            case "roc" -> content(format, () -> ResultData.roc(scores.all()), () -> scores.getRoc());
            case "calibration" ->
                content(format, () -> ResultData.reliability(scores.all()), () -> scores.getReliability());
            case "positives" ->
                content(format, () -> ResultData.distribution(scores.all()), () -> scores.getPositives());
            case "negatives" ->
                content(format, () -> ResultData.distribution(scores.all()), () -> scores.getNegatives());
            default -> throw Refusal.notFound();
        };
    }

    private String content(String format, Supplier<DataTable> data, Supplier<List<Plot>> plots) {
        if (format.equals("svg")) {
            List<Plot> drawn = plots.get();
            if (drawn.isEmpty()) {
                throw Refusal.notFound();
            }
            CompletedAudit audit = page.getAudit();
            return SvgFile.of(
                    audit.subject().modelName() + " " + audit.subject().modelLabel() + ", "
                            + text.features(page.getFeatures()),
                    text.say(
                            "file.note",
                            audit.number(),
                            audit.outcomeDigest().hex().substring(0, 16)),
                    AuditText.locale().toLanguageTag(),
                    drawn);
        }
        return format.equals("csv") ? data.get().csv() : data.get().json();
    }

    private List<Plot> judgedPlots() {
        return page.getTables().stream().map(this::plot).toList();
    }

    private Plot plot(StripTable table) {
        StripPlot plot = new StripPlot(table.gaps(), format);
        for (StripTable.Line line : table.lines()) {
            if (line.row().isReference()) {
                plot.reference(line.row().name(), line.said());
            } else {
                plot.row(
                        line.row().name(),
                        line.said(),
                        marks.style(line.verdict()),
                        line.gap(),
                        line.gapLow(),
                        line.gapHigh());
            }
        }
        Tolerance tolerance = table.strip().tolerance();
        return plot.plot(
                table.metric(),
                text.say(
                        tolerance.scale() == Tolerance.Scale.RATIO ? "file.ratio" : "file.difference",
                        table.tolerance()),
                tolerance.low(),
                tolerance.high());
    }

    private List<Plot> measurePlots() {
        MeasureStrip strip = measure.getStrip();
        StripPlot plot = new StripPlot(strip.values(), format);
        for (MeasureStrip.Line line : strip.lines()) {
            Double value = line.value();
            plot.row(
                    line.name(),
                    value == null ? text.say("results.undefined") : text.number(value, strip.share()),
                    "c-plain",
                    value,
                    line.low(),
                    line.high());
        }
        return List.of(plot.plot(strip.metric(), text.say("file.value"), null, null));
    }
}
