package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.ObjectMeasures;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.shared.Slice;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/** Average precision category by category, or how near keypoints are, one by one: of everybody or of one group. */
@Named
@RequestScoped
public class ResultsItems {

    /** How many to a page. */
    public static final int SIZE = 25;

    private static final String PRECISION = "average_precision";
    private static final String NEAR = "pck";
    private static final String BY_NAME = "name";
    /** In the engine's order. */
    private static final String BY_PLACE = "place";

    private static final String BY_VALUE = "value";

    @Inject
    ResultsPrecision precision;

    @Inject
    ResultsAddress address;

    @Inject
    AuditText text;

    @Inject
    ObjectText objects;

    @Inject
    Format format;

    private @Nullable List<Item> items;

    /**
     * A category or a keypoint.
     *
     * @param value over all thresholds; of keypoints the share that is near
     * @param others at the thresholds that are shown alone
     */
    public record Item(String name, ObjectText.Cell value, List<ObjectText.Cell> others) {

        double order() {
            Double known = value.value();
            return known == null ? Double.NaN : known;
        }
    }

    private boolean isOfKeypoints() {
        return address.getView().equals("keypoints");
    }

    private String metric() {
        return isOfKeypoints() ? NEAR : PRECISION;
    }

    private String parameter() {
        return isOfKeypoints() ? "keypoint" : "category";
    }

    /** Those whose items were measured: everybody first. */
    public List<GroupSummary> getGroups() {
        ObjectMeasures measures = precision.measures();
        List<Measurement> likes = likes();
        return measures.groups().stream()
                .filter(group -> group.features().isEmpty()
                        || likes.stream()
                                .flatMap(like -> measures.find(like, group).stream())
                                .anyMatch(found -> ObjectMeasures.value(found).isPresent()))
                .toList();
    }

    public String name(GroupSummary group) {
        return objects.group(group);
    }

    /** The place of the group that is shown. */
    public int getPlace() {
        int place = address.number("group");
        return place < getGroups().size() ? place : 0;
    }

    private List<Measurement> likes() {
        ObjectMeasures measures = precision.measures();
        return measures.values(metric(), parameter()).stream()
                .flatMap(name -> measures.at(metric(), parameter(), name).stream())
                .toList();
    }

    private List<Item> items() {
        List<Item> known = items;
        if (known == null) {
            GroupSummary group = getGroups().get(getPlace());
            known = precision.measures().values(metric(), parameter()).stream()
                    .map(name -> item(name, group))
                    .toList();
            known = getSort().equals(BY_PLACE)
                    ? known
                    : known.stream().sorted(order()).toList();
            items = known;
        }
        return known;
    }

    private Item item(String name, GroupSummary group) {
        List<ObjectText.Cell> cells = new ArrayList<>();
        for (Measurement like : precision.measures().at(metric(), parameter(), name)) {
            cells.add(objects.cell(precision.measures().find(like, group).orElse(null), isOfKeypoints()));
        }
        return new Item(name, cells.get(0), cells.subList(1, cells.size()));
    }

    private Comparator<Item> order() {
        String sort = getSort();
        Comparator<Item> order =
                sort.endsWith(BY_NAME) ? Comparator.comparing(Item::name) : Comparator.comparingDouble(Item::order);
        Comparator<Item> directed = sort.startsWith("-") ? order.reversed() : order;
        return Comparator.<Item, Boolean>comparing(item -> Double.isNaN(item.order()))
                .thenComparing(directed)
                .thenComparing(Item::name);
    }

    /** Categories from the worst, keypoints from head to foot, unless the address says otherwise. */
    public String getSort() {
        List<String> orders = new ArrayList<>(List.of(BY_VALUE, "-" + BY_VALUE, BY_NAME, "-" + BY_NAME));
        orders.add(isOfKeypoints() ? 0 : orders.size(), BY_PLACE);
        return address.word("sort", orders);
    }

    /** What a click on a column's head sorts by. */
    public String sortBy(String column) {
        return address.with("sort", getSort().equals(column) ? "-" + column : column);
    }

    /** For {@code aria-sort}. */
    public String sorted(String column) {
        return getSort().equals(column) ? "ascending" : getSort().equals("-" + column) ? "descending" : "none";
    }

    public Slice<Item> getSlice() {
        int offset = Math.min(address.offset(SIZE), Math.max(0, (items().size() - 1) / SIZE * SIZE));
        return new Slice<>(items().subList(offset, Math.min(items().size(), offset + SIZE)), offset, items().size());
    }

    /** What the columns behind the first are of, such as "IoU 0.50". */
    public List<String> getOthers() {
        return precision.measures().values(metric(), parameter()).stream()
                .findFirst()
                .map(name -> precision.measures().at(metric(), parameter(), name).stream()
                        .skip(1)
                        .map(like -> isOfKeypoints() ? alpha(like) : overlap(like))
                        .toList())
                .orElse(List.of());
    }

    private String overlap(Measurement like) {
        return text.say(
                like.at().containsKey("oks") ? "objects.oks" : "objects.iou",
                ObjectMeasures.threshold(like).map(it -> format.decimal(it, 2)).orElse(""));
    }

    private String alpha(Measurement like) {
        return text.say("objects.alpha", String.valueOf(like.at().get("alpha")));
    }

    /** How near is near, in words; empty for categories. */
    public String getRule() {
        return isOfKeypoints() ? likes().stream().findFirst().map(this::alpha).orElse("") : "";
    }

    public Scale getScale() {
        List<Double> ends = new ArrayList<>();
        items().forEach(item -> {
            Optional.ofNullable(item.value().high()).ifPresent(ends::add);
            Optional.ofNullable(item.value().value()).ifPresent(ends::add);
        });
        return isOfKeypoints() ? Scale.ofShares(ends) : Scale.ofShares(List.of(1.0));
    }

    /** The page that is shown. */
    List<Plot> plots() {
        StripPlot plot = new StripPlot(getScale(), format);
        for (Item item : getSlice().items()) {
            ObjectText.Cell cell = item.value();
            plot.row(item.name(), cell.said(), "c-plain", cell.value(), cell.low(), cell.high());
        }
        return List.of(plot.plot(text.metric(metric()), name(getGroups().get(getPlace())), null, null));
    }

    /** All of them, of everybody and of each group. */
    DataTable table() {
        return ObjectData.of(precision.measures(), likes());
    }
}
