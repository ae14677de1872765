package org.aimass.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ImagePreparation.Channels;
import org.aimass.registry.entity.ImagePreparation.Layout;
import org.aimass.registry.entity.ImagePreparation.Part;
import org.aimass.registry.entity.ImageShape;
import org.aimass.registry.entity.ModelSignature;
import org.junit.jupiter.api.Test;

class ImageFormTest {

    private static ImageForm begun(String... shape) {
        ImageForm form = new ImageForm();
        form.begin(new ImageShape(new ModelSignature.Tensor("x", "float", List.of(shape))));
        return form;
    }

    @Test
    void beginsAsTheModelsShapeHasIt() {
        assertEquals(
                new ImagePreparation(
                        Channels.GRAY,
                        Layout.NCHW,
                        OptionalInt.empty(),
                        Optional.of(new ImagePreparation.Size(8, 9)),
                        Optional.empty(),
                        1 / 255.0,
                        List.of(),
                        List.of()),
                begun("-1", "1", "9", "8").preparation());
        ImageForm last = begun("N", "112", "96", "3");
        assertEquals(Layout.NHWC, last.getLayout());
        assertEquals(Channels.RGB, last.getChannels());
        assertEquals("96", last.getWidth());
        assertEquals("112", last.getHeight());
        assertEquals("", begun("N", "3", "H", "W").getWidth(), "left open");
    }

    @Test
    void anEarlierPlansImagesComeBackAsTheyWere() {
        ImagePreparation earlier = new ImagePreparation(
                Channels.BGR,
                Layout.NHWC,
                OptionalInt.of(256),
                Optional.empty(),
                Optional.of(new ImagePreparation.Size(224, 192)),
                1 / 127.5,
                List.of(0.485, 0.456, 0.406),
                List.of(0.229, 0.224, 0.225));
        ImageForm form = begun("N", "192", "224", "3");
        form.take(earlier);
        assertEquals(earlier, form.preparation());
        assertEquals("127.5", form.getDivisor());
        assertEquals("0.485 0.456 0.406", form.getMeans());
    }

    /** 1 / (1 / 49) is not 49. */
    @Test
    void aDivisorIsShownAsItWasTyped() {
        for (int divisor = 1; divisor <= 1000; divisor++) {
            ImageForm form = begun("N", "3", "9", "8");
            form.setDivisor(String.valueOf(divisor));
            ImageForm again = begun("N", "3", "9", "8");
            again.take(form.preparation());
            assertEquals(String.valueOf(divisor), again.getDivisor());
            assertEquals(form.preparation(), again.preparation());
        }
    }

    private static Optional<Part> problem(java.util.function.Consumer<ImageForm> typed) {
        ImageForm form = begun("N", "3", "9", "8");
        typed.accept(form);
        return form.preparation().problem();
    }

    @Test
    void whatIsNoNumberIsRefusedAtItsField() {
        assertEquals(Optional.empty(), problem(form -> form.setMeans(" 0.5, 0.25；0.125 ")));
        assertEquals(Optional.of(Part.SIZE), problem(form -> form.setWidth("wide")));
        assertEquals(Optional.of(Part.SIZE), problem(form -> form.setHeight("4097")));
        assertEquals(Optional.of(Part.SHORTER_SIDE), problem(form -> form.setWay(ImageForm.Way.CROP)));
        assertEquals(Optional.of(Part.SCALE), problem(form -> form.setDivisor("0")));
        assertEquals(Optional.of(Part.SCALE), problem(form -> form.setDivisor("")));
        assertEquals(Optional.of(Part.MEANS), problem(form -> form.setMeans("0.5 0.25")));
        assertEquals(Optional.of(Part.MEANS), problem(form -> form.setMeans("a")));
        assertEquals(Optional.of(Part.DEVIATIONS), problem(form -> form.setDeviations("0.5 0 0.5")));
        assertEquals(Optional.empty(), problem(form -> form.setWay(ImageForm.Way.NONE)));
    }
}
