package org.aimass.registry.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aimass.registry.entity.ModelSettings.DetectorOutputs;
import org.aimass.registry.entity.ModelSettings.Order;
import org.aimass.registry.entity.ModelSettings.Space;

/** How a detector's outputs are read, as it was typed. */
public class DetectorForm {

    private String boxes = "boxes";
    private String scores = "scores";
    private String labels = "labels";
    private String keypoints = "keypoints";
    private Order order = Order.XYXY;
    private Space space = Space.INPUT;
    private String categories = "";

    void take(DetectorOutputs objects) {
        boxes = objects.boxes().orElse("");
        scores = objects.scores().orElse("");
        labels = objects.labels().orElse("");
        keypoints = objects.keypoints().orElse("");
        order = objects.order().orElse(Order.XYXY);
        space = objects.space();
        categories = objects.categories().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** @param posed whether keypoints are found, and not boxes */
    DetectorOutputs outputs(boolean posed) {
        return new DetectorOutputs(
                posed ? Optional.empty() : Typed.optional(boxes),
                Typed.optional(scores),
                Typed.optional(labels),
                posed ? Typed.optional(keypoints) : Optional.empty(),
                posed ? Optional.empty() : Optional.of(order),
                space,
                ids());
    }

    private List<Long> ids() {
        return Arrays.stream(categories.strip().split("[\\s,，、;；]+", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> (long) Typed.whole(part))
                .toList();
    }

    public Order[] getOrders() {
        return Order.values();
    }

    public Space[] getSpaces() {
        return Space.values();
    }

    public String getBoxes() {
        return boxes;
    }

    public void setBoxes(String boxes) {
        this.boxes = boxes;
    }

    public String getScores() {
        return scores;
    }

    public void setScores(String scores) {
        this.scores = scores;
    }

    public String getLabels() {
        return labels;
    }

    public void setLabels(String labels) {
        this.labels = labels;
    }

    public String getKeypoints() {
        return keypoints;
    }

    public void setKeypoints(String keypoints) {
        this.keypoints = keypoints;
    }

    public Order getOrder() {
        return order;
    }

    public void setOrder(Order order) {
        this.order = order;
    }

    public Space getSpace() {
        return space;
    }

    public void setSpace(Space space) {
        this.space = space;
    }

    public String getCategories() {
        return categories;
    }

    public void setCategories(String categories) {
        this.categories = categories;
    }
}
