package org.aimass.registry.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.registry.entity.ModelSettings.Audio;
import org.aimass.registry.entity.ModelSettings.DetectorOutputs;
import org.aimass.registry.entity.ModelSettings.Output;
import org.aimass.shared.Refusal;

/** What stands against how a model is said to be fed: first by itself, then held against what its file takes and gives. */
public final class SettingsCheck {

    private static final int LOWEST_RATE = 1_000;
    private static final int HIGHEST_RATE = 384_000;
    private static final int LONGEST_TOKEN = 100;
    private static final int LONGEST_NAME = 300;
    private static final int LAST_PLACE = 20_000;
    private static final int MOST_CATEGORIES = 2_000;

    private final Set<SettingsPart> known;
    private final ModelSettings settings;
    private final List<Refusal> problems = new ArrayList<>();

    private SettingsCheck(ModelTask task, ModelSettings settings) {
        this.settings = settings;
        known = SettingsPart.of(task);
    }

    /** Each at its field, such as {@code settings.audio.sampleRate}: what no model of this task could be told. */
    public static List<Refusal> of(ModelTask task, ModelSettings settings) {
        SettingsCheck check = new SettingsCheck(task, settings);
        check.demandKnown();
        if (check.problems.isEmpty()) {
            settings.images().ifPresent(check::images);
            if (settings.images().isEmpty() && SettingsPart.demandsImages(task)) {
                check.problem("images", "feed.problem.images.missing");
            }
            settings.audio().ifPresent(check::audio);
            check.objects();
            settings.begin()
                    .ifPresent(begin -> check.demand(
                            isLine(begin, LONGEST_TOKEN), "text.begin", "feed.problem.token", LONGEST_TOKEN));
            settings.end()
                    .ifPresent(end ->
                            check.demand(isLine(end, LONGEST_TOKEN), "text.end", "feed.problem.token", LONGEST_TOKEN));
            settings.output().ifPresent(check::output);
        }
        return List.copyOf(check.problems);
    }

    /** The same, and what does not fit the model's file or the files beside it. */
    public static List<Refusal> of(
            ModelTask task, ModelSettings settings, ModelSignature signature, CompanionFacts facts) {
        List<Refusal> problems = new ArrayList<>(of(task, settings));
        if (problems.isEmpty()) {
            problems.addAll(SettingsFit.problems(task, settings, signature, facts));
        }
        return List.copyOf(problems);
    }

    private void demandKnown() {
        demandKnown(settings.images().isPresent(), SettingsPart.IMAGES, "images");
        demandKnown(settings.audio().isPresent(), SettingsPart.SOUND, "audio");
        demandKnown(settings.audio().filter(Audio::normalized).isPresent(), SettingsPart.LISTENING, "audio.normalize");
        demandKnown(
                settings.audio().flatMap(Audio::spectrogram).isPresent(), SettingsPart.LISTENING, "audio.spectrogram");
        demandKnown(settings.audio().flatMap(Audio::blank).isPresent(), SettingsPart.HEARING, "audio.blank");
        demandKnown(settings.audio().flatMap(Audio::separator).isPresent(), SettingsPart.HEARING, "audio.separator");
        demandKnown(
                settings.objects().isPresent(),
                known.contains(SettingsPart.KEYPOINTS) ? SettingsPart.KEYPOINTS : SettingsPart.BOXES,
                "objects");
        demandKnown(settings.text().isPresent(), SettingsPart.TEXT, "text");
        demandKnown(settings.output().isPresent(), SettingsPart.OUTPUT, "output");
        demandKnown(
                settings.output().filter(output -> output.index().isPresent()).isPresent(),
                SettingsPart.PLACE,
                "output.index");
    }

    private void demandKnown(boolean said, SettingsPart part, String field) {
        demand(!said || known.contains(part), field, "feed.problem.unknown");
    }

    private void images(ImagePreparation images) {
        images.problem().ifPresent(part -> problem("images." + part.word(), "feed.problem.images." + part.word()));
    }

    private void audio(Audio audio) {
        demand(
                audio.sampleRate() >= LOWEST_RATE && audio.sampleRate() <= HIGHEST_RATE,
                "audio.sampleRate",
                "feed.problem.sampleRate");
        audio.spectrogram().ifPresent(this::spectrogram);
        demandToken(audio.blank(), "audio.blank");
        demandToken(audio.separator(), "audio.separator");
    }

    private void spectrogram(Spectrogram mel) {
        demand(mel.hasMels(), "audio.spectrogram.mels", "feed.problem.mels");
        demand(mel.hasWindow(), "audio.spectrogram.window", "feed.problem.window");
        demand(mel.hasHop(), "audio.spectrogram.hop", "feed.problem.hop");
        demand(mel.hasPreemphasis(), "audio.spectrogram.preemphasis", "feed.problem.preemphasis");
    }

    private void demandToken(Optional<String> token, String field) {
        token.ifPresent(text -> demand(isLine(text, LONGEST_TOKEN), field, "feed.problem.token", LONGEST_TOKEN));
    }

    private void objects() {
        boolean boxes = known.contains(SettingsPart.BOXES);
        boolean keypoints = known.contains(SettingsPart.KEYPOINTS);
        if (!boxes && !keypoints) {
            return;
        }
        if (settings.objects().isEmpty()) {
            problem("objects", "feed.problem.objects.missing");
            return;
        }
        DetectorOutputs objects = settings.objects().get();
        demand(!boxes || objects.boxes().isPresent(), "objects.boxes", "feed.problem.output.missing");
        demand(!boxes || objects.scores().isPresent(), "objects.scores", "feed.problem.output.missing");
        demand(!keypoints || objects.keypoints().isPresent(), "objects.keypoints", "feed.problem.output.missing");
        demand(boxes == objects.order().isPresent(), "objects.order", "feed.problem.order");
        demandName(objects.boxes(), "objects.boxes");
        demandName(objects.scores(), "objects.scores");
        demandName(objects.labels(), "objects.labels");
        demandName(objects.keypoints(), "objects.keypoints");
        demand(
                objects.categories().size() <= MOST_CATEGORIES
                        && objects.categories().stream().allMatch(id -> id >= 0 && id <= Integer.MAX_VALUE),
                "objects.categories",
                "feed.problem.categories",
                MOST_CATEGORIES);
    }

    private void demandName(Optional<String> name, String field) {
        name.ifPresent(text -> demand(isLine(text, LONGEST_NAME), field, "feed.problem.output.missing"));
    }

    private void output(Output output) {
        demandName(output.name(), "output.name");
        output.index()
                .ifPresent(index ->
                        demand(index >= 0 && index <= LAST_PLACE, "output.index", "feed.problem.place", LAST_PLACE));
    }

    private static boolean isLine(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.codePoints().noneMatch(Character::isISOControl)
                && text.codePoints().noneMatch(sign -> Character.getType(sign) == Character.SURROGATE);
    }

    private void demand(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            problem(field, key, arguments);
        }
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(
                Refusal.of(Refusal.Kind.INVALID, "registry", key, arguments).at("settings." + field));
    }
}
