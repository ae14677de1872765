package org.aimass.registry.boundary;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.SettingsPart;
import org.jspecify.annotations.Nullable;

/**
 * How a model is fed, as it was typed. Where its task can still be chosen, everything that any task knows is asked for and the page shows
 * what the chosen one knows; else only that.
 */
public class FeedForm {

    private final ImageForm images = new ImageForm();
    private final SoundForm sound = new SoundForm();
    private final DetectorForm detector = new DetectorForm();
    private boolean seeing;
    private String begin = "";
    private String end = "";
    private String output = "";
    private String place = "";
    private @Nullable ModelTask fixed;

    /** From now on only what a model of this task may be told is asked for. */
    void fix(ModelTask task) {
        fixed = task;
    }

    void take(ModelSettings settings) {
        seeing = settings.images().isPresent();
        settings.images().ifPresent(images::take);
        settings.audio().ifPresent(sound::take);
        settings.objects().ifPresent(detector::take);
        begin = settings.begin().orElse("");
        end = settings.end().orElse("");
        output = settings.output().flatMap(ModelSettings.Output::name).orElse("");
        place = settings.output()
                .filter(said -> said.index().isPresent())
                .map(said -> String.valueOf(said.index().getAsInt()))
                .orElse("");
    }

    /** What was typed, as far as a model of this task may be told. */
    ModelSettings settings(ModelTask task) {
        Set<SettingsPart> known = SettingsPart.of(task);
        boolean sees = known.contains(SettingsPart.IMAGES) && (seeing || SettingsPart.demandsImages(task));
        boolean posed = known.contains(SettingsPart.KEYPOINTS);
        return new ModelSettings(
                sees ? Optional.of(images.preparation()) : Optional.empty(),
                known.contains(SettingsPart.SOUND)
                        ? Optional.of(sound.audio(
                                known.contains(SettingsPart.LISTENING), known.contains(SettingsPart.HEARING)))
                        : Optional.empty(),
                posed || known.contains(SettingsPart.BOXES) ? Optional.of(detector.outputs(posed)) : Optional.empty(),
                known.contains(SettingsPart.TEXT)
                        ? ModelSettings.Text.of(Typed.optional(begin), Typed.optional(end))
                        : Optional.empty(),
                output(known));
    }

    private Optional<ModelSettings.Output> output(Set<SettingsPart> known) {
        Optional<String> name = known.contains(SettingsPart.OUTPUT) ? Typed.optional(output) : Optional.empty();
        OptionalInt index = known.contains(SettingsPart.PLACE) && !place.isBlank()
                ? OptionalInt.of(Typed.whole(place))
                : OptionalInt.empty();
        return name.isPresent() || index.isPresent()
                ? Optional.of(new ModelSettings.Output(name, index))
                : Optional.empty();
    }

    /** Whether this part may be asked for. */
    public boolean asks(String part) {
        return fixed == null || SettingsPart.of(fixed).contains(SettingsPart.valueOf(part));
    }

    /** Whether such a file may be asked for. */
    public boolean asksFor(String companion) {
        return fixed == null
                || SettingsPart.companion(fixed)
                        .filter(CompanionKind.valueOf(companion)::equals)
                        .isPresent();
    }

    /** Whether anything beside the output is asked for, so that it stands alone where nothing is. */
    public boolean isSeeingAlways() {
        return fixed != null && SettingsPart.demandsImages(fixed);
    }

    /** The tasks that know this part, with blanks between; for the page to show it with them alone. */
    public String tasks(String part) {
        return Arrays.stream(ModelTask.values())
                .filter(task -> SettingsPart.of(task).contains(SettingsPart.valueOf(part)))
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    /** The tasks whose models need such a file. */
    public String tasksWith(String companion) {
        return Arrays.stream(ModelTask.values())
                .filter(task -> SettingsPart.companion(task)
                        .filter(CompanionKind.valueOf(companion)::equals)
                        .isPresent())
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    /** The tasks whose models may see images, or something else. */
    public String getTasksSeeingAtTimes() {
        return Arrays.stream(ModelTask.values())
                .filter(task ->
                        SettingsPart.of(task).contains(SettingsPart.IMAGES) && !SettingsPart.demandsImages(task))
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    public ImageForm getImages() {
        return images;
    }

    public SoundForm getSound() {
        return sound;
    }

    public DetectorForm getDetector() {
        return detector;
    }

    public boolean isSeeing() {
        return seeing;
    }

    public void setSeeing(boolean seeing) {
        this.seeing = seeing;
    }

    public String getBegin() {
        return begin;
    }

    public void setBegin(String begin) {
        this.begin = begin;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public String getOutput() {
        return output;
    }

    public void setOutput(String output) {
        this.output = output;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }
}
