package org.aimass.audit.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelSettings;

/** How the tests' detector is fed and read: images of four by four, two boxes in its pixels, their labels counted from 0. */
final class Detectors {

    static final ModelSettings SETTINGS = new ModelSettings(
            Optional.of(new ImagePreparation(
                    ImagePreparation.Channels.RGB,
                    ImagePreparation.Layout.NCHW,
                    OptionalInt.empty(),
                    Optional.of(new ImagePreparation.Size(4, 4)),
                    Optional.empty(),
                    0.00392156862745098,
                    List.of(),
                    List.of())),
            Optional.empty(),
            Optional.of(new ModelSettings.DetectorOutputs(
                    Optional.of("b"),
                    Optional.of("s"),
                    Optional.of("l"),
                    Optional.empty(),
                    Optional.of(ModelSettings.Order.XYXY),
                    ModelSettings.Space.INPUT,
                    List.of(1L, 2L))),
            Optional.empty(),
            Optional.empty());

    private Detectors() {}
}
