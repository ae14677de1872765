package org.aimass.registry.boundary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ImagePreparation.Channels;
import org.aimass.registry.entity.ImagePreparation.Layout;
import org.aimass.registry.entity.ImageShape;

/** How images are prepared, as it was typed. What is no number becomes one that no preparation has, and is refused at its field. */
public class ImageForm {

    private static final MathContext SHOWN = new MathContext(12);

    /** How an image comes to the size that the model takes. */
    public enum Way {
        /** To exactly this size, whatever the proportions. */
        STRETCH,
        /** The shorter side first, then this size out of the middle. */
        CROP,
        /** It has it already. */
        NONE
    }

    private Channels channels = Channels.RGB;
    private Layout layout = Layout.NCHW;
    private Way way = Way.STRETCH;
    private String width = "";
    private String height = "";
    private String shorterSide = "";
    private String divisor = "255";
    private String means = "";
    private String deviations = "";

    /** As the model's input has it. */
    public void begin(ImageShape shape) {
        channels = shape.channels();
        layout = shape.layout();
        shape.size().ifPresent(this::size);
    }

    /** As an earlier plan has it. */
    public void take(ImagePreparation images) {
        channels = images.channels();
        layout = images.layout();
        way = way(images);
        images.size().ifPresent(this::size);
        shorterSide = images.shorterSide().isPresent()
                ? String.valueOf(images.shorterSide().getAsInt())
                : "";
        divisor = plain(1 / images.scale());
        means = write(images.means());
        deviations = write(images.deviations());
    }

    public static Way way(ImagePreparation images) {
        return images.shorterSide().isPresent() ? Way.CROP : images.size().isPresent() ? Way.STRETCH : Way.NONE;
    }

    private void size(ImagePreparation.Size size) {
        width = String.valueOf(size.width());
        height = String.valueOf(size.height());
    }

    public ImagePreparation preparation() {
        Optional<ImagePreparation.Size> size = Optional.of(new ImagePreparation.Size(whole(width), whole(height)));
        return new ImagePreparation(
                channels,
                layout,
                way == Way.CROP ? OptionalInt.of(whole(shorterSide)) : OptionalInt.empty(),
                way == Way.STRETCH ? size : Optional.empty(),
                way == Way.CROP ? size : Optional.empty(),
                1 / Typed.number(divisor),
                numbers(means),
                numbers(deviations));
    }

    private static int whole(String text) {
        return text.strip().matches("[0-9]{1,6}") ? Integer.parseInt(text.strip()) : 0;
    }

    /** One for each channel, with blanks or commas between. */
    private static List<Double> numbers(String text) {
        return Arrays.stream(text.strip().split("[\\s,，、;；]+", -1))
                .filter(part -> !part.isEmpty())
                .map(Typed::number)
                .toList();
    }

    public static String write(List<Double> values) {
        return values.stream().map(ImageForm::plain).collect(Collectors.joining(" "));
    }

    /** Such as 255 or 127.5: without the last digits, in which a number and the inverse of its inverse differ. */
    public static String plain(double value) {
        return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    public Channels getChannels() {
        return channels;
    }

    public void setChannels(Channels channels) {
        this.channels = channels;
    }

    public Layout getLayout() {
        return layout;
    }

    public void setLayout(Layout layout) {
        this.layout = layout;
    }

    public Way getWay() {
        return way;
    }

    public void setWay(Way way) {
        this.way = way;
    }

    public String getWidth() {
        return width;
    }

    public void setWidth(String width) {
        this.width = width;
    }

    public String getHeight() {
        return height;
    }

    public void setHeight(String height) {
        this.height = height;
    }

    public String getShorterSide() {
        return shorterSide;
    }

    public void setShorterSide(String shorterSide) {
        this.shorterSide = shorterSide;
    }

    public String getDivisor() {
        return divisor;
    }

    public void setDivisor(String divisor) {
        this.divisor = divisor;
    }

    public String getMeans() {
        return means;
    }

    public void setMeans(String means) {
        this.means = means;
    }

    public String getDeviations() {
        return deviations;
    }

    public void setDeviations(String deviations) {
        this.deviations = deviations;
    }

    public Channels[] getAllChannels() {
        return Channels.values();
    }

    public Layout[] getLayouts() {
        return Layout.values();
    }

    public Way[] getWays() {
        return Way.values();
    }
}
