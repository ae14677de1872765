package org.aimass.registry.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelSettings.Audio;
import org.aimass.registry.entity.ModelSettings.DetectorOutputs;
import org.aimass.registry.entity.ModelSettings.Output;
import org.aimass.registry.entity.Spectrogram;

/** How a model is fed and read, in words. */
@Named
@ApplicationScoped
public class FeedText {

    @Inject
    RegistryText text;

    /** Such as "Grey, colours before height and width (NCHW), resized to 8 × 8, divided by 255". */
    public String images(ImagePreparation images) {
        List<String> parts = new ArrayList<>();
        parts.add(text.say("feed.images.channels." + images.channels()));
        parts.add(text.say("feed.shown.images.layout." + images.layout()));
        parts.add(size(images));
        parts.add(text.say("feed.shown.images.values", ImageForm.plain(1 / images.scale())));
        if (!images.means().isEmpty()) {
            parts.add(text.say("feed.shown.images.means", ImageForm.write(images.means())));
        }
        if (!images.deviations().isEmpty()) {
            parts.add(text.say("feed.shown.images.deviations", ImageForm.write(images.deviations())));
        }
        return list(parts);
    }

    private String size(ImagePreparation images) {
        ImagePreparation.Size size = images.size().orElse(new ImagePreparation.Size(0, 0));
        return text.say(
                "feed.shown.images.size." + ImageForm.way(images),
                String.valueOf(size.width()),
                String.valueOf(size.height()),
                String.valueOf(images.shorterSide().orElse(0)));
    }

    /** Such as "16000 samples a second, blank token “_”". */
    public String audio(Audio audio) {
        List<String> parts = new ArrayList<>();
        parts.add(text.say("feed.shown.rate", String.valueOf(audio.sampleRate())));
        audio.spectrogram().ifPresent(mel -> parts.add(spectrogram(mel)));
        if (audio.normalized()) {
            parts.add(text.say("feed.shown.normalized"));
        }
        audio.blank().ifPresent(blank -> parts.add(text.say("feed.shown.blank", blank)));
        audio.separator().ifPresent(separator -> parts.add(text.say("feed.shown.separator", separator)));
        return list(parts);
    }

    private String spectrogram(Spectrogram mel) {
        return text.say(
                "feed.shown.spectrogram",
                String.valueOf(mel.mels()),
                ImageForm.plain(mel.window()),
                ImageForm.plain(mel.hop()),
                ImageForm.plain(mel.preemphasis()));
    }

    /** Such as "boxes in “boxes” (left, top, right, bottom), scores in “scores”, in pixels of the image itself". */
    public String objects(DetectorOutputs objects) {
        List<String> parts = new ArrayList<>();
        said("boxes", objects.boxes(), parts);
        objects.order().ifPresent(order -> parts.add(text.say("feed.order." + order)));
        said("keypoints", objects.keypoints(), parts);
        said("scores", objects.scores(), parts);
        said("labels", objects.labels(), parts);
        parts.add(text.say("feed.space." + objects.space()));
        if (!objects.categories().isEmpty()) {
            parts.add(text.say(
                    "feed.shown.categories",
                    objects.categories().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        return list(parts);
    }

    private void said(String what, Optional<String> output, List<String> parts) {
        output.ifPresent(name -> parts.add(text.say("feed.shown." + what.toLowerCase(Locale.ROOT), name)));
    }

    public String output(Output output) {
        List<String> parts = new ArrayList<>();
        output.name().ifPresent(parts::add);
        output.index().ifPresent(index -> parts.add(text.say("feed.shown.place", String.valueOf(index))));
        return list(parts);
    }

    private String list(List<String> parts) {
        return String.join(text.say("feed.shown.and"), parts);
    }
}
