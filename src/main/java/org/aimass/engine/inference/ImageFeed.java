package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.ImageFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.Pixels;
import org.aimass.engine.data.Preprocessing;
import org.aimass.engine.data.RowBatch;

/** Fills an input with the images that a column names. */
final class ImageFeed extends Feed {

    private final int slot;
    private final int rows;
    private final ImageInput images;
    private final FloatBuffer values;
    private final OnnxTensor tensor;

    ImageFeed(InputPlan.Input input, ImageInput images, int rows, OrtEnvironment environment) throws OrtException {
        slot = input.slots()[0];
        this.rows = rows;
        this.images = images;
        values = direct(Math.multiplyExact(rows, images.samples()), Float.BYTES).asFloatBuffer();
        tensor = OnnxTensor.createTensor(environment, values, images.shape(rows));
    }

    @Override
    OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) {
        int samples = images.samples();
        for (int i = 0; i < rows; i++) {
            if (i < count) {
                put(i * samples, batch, chosen[from + i]);
            } else {
                values.put(i * samples, values, (count - 1) * samples, samples);
            }
        }
        return tensor;
    }

    private void put(int at, RowBatch batch, int row) {
        NamedFiles files = images.files();
        try {
            images.fill(
                    images.preprocessing().shaped(ImageFile.decode(files.bytes(files.find(batch.text(slot, row))))),
                    at,
                    values);
        } catch (BrokenFile e) {
            throw NamedFiles.fault(batch, slot, row, e);
        }
    }

    @Override
    public void close() {
        tensor.close();
    }

    /**
     * What feeds the images of an input.
     *
     * @param size that the model takes
     */
    record ImageInput(Preprocessing preprocessing, NamedFiles files, Preprocessing.Size size) {

        private static final int RANK = 4;

        /** @throws BadInput if the input takes no images, or none of the size that these come to */
        static ImageInput of(String model, ValueSpec spec, Preprocessing how, NamedFiles files) {
            boolean first = how.layout() == Preprocessing.Layout.NCHW;
            if (spec.shape().size() != RANK || !spec.type().equals("float")) {
                throw new BadInput("%s: input %s takes %s of shape %s; expected float of shape %s for images"
                        .formatted(model, spec.name(), spec.type(), spec.shape(), how.layout()));
            }
            long channels = spec.shape().get(first ? 1 : 3);
            if (channels >= 0 && channels != how.channels().count()) {
                throw new BadInput("%s: input %s takes %d channels, but model.images gives %d (%s, %s)"
                        .formatted(model, spec.name(), channels, how.channels().count(), how.channels(), how.layout()));
            }
            long height = spec.shape().get(first ? 2 : 1);
            long width = spec.shape().get(first ? 3 : 2);
            if (height < 0 || width < 0) {
                return new ImageInput(
                        how,
                        files,
                        how.size()
                                .orElseThrow(() -> new BadInput(
                                        "%s: input %s leaves the size of images open; give model.images.resize with width and height, or crop"
                                                .formatted(model, spec.name()))));
            }
            Preprocessing.Size wanted = new Preprocessing.Size((int) width, (int) height);
            if (width * height < 1
                    || width * height > ImageFile.MOST_PIXELS
                    || !how.size().orElse(wanted).equals(wanted)) {
                throw new BadInput("%s: input %s takes images of %d x %d pixels, but model.images makes them %s"
                        .formatted(
                                model,
                                spec.name(),
                                width,
                                height,
                                how.size()
                                        .map(size -> size.width() + " x " + size.height())
                                        .orElse("none")));
            }
            return new ImageInput(how, files, wanted);
        }

        /**
         * Writes an image as the model takes it.
         *
         * @param shaped resized and cropped
         * @throws BrokenFile if it has another size
         */
        void fill(Pixels shaped, int at, FloatBuffer values) throws BrokenFile {
            if (shaped.width() != size.width() || shaped.height() != size.height()) {
                throw new BrokenFile(
                        "an image of " + shaped.width() + " x " + shaped.height() + " pixels",
                        size.width() + " x " + size.height() + "; resize or crop in model.images");
            }
            int channels = shaped.channels();
            int plane = shaped.width() * shaped.height();
            for (int channel = 0; channel < channels; channel++) {
                int source = preprocessing.channels() == Preprocessing.Channels.BGR ? channels - 1 - channel : channel;
                for (int y = 0, pixel = 0; y < shaped.height(); y++) {
                    for (int x = 0; x < shaped.width(); x++, pixel++) {
                        int place = preprocessing.layout() == Preprocessing.Layout.NCHW
                                ? channel * plane + pixel
                                : pixel * channels + channel;
                        values.put(at + place, preprocessing.value(shaped.sample(x, y, source), channel));
                    }
                }
            }
        }

        int samples() {
            return Math.multiplyExact(
                    Math.multiplyExact(size.width(), size.height()),
                    preprocessing.channels().count());
        }

        long[] shape(int rows) {
            int channels = preprocessing.channels().count();
            return preprocessing.layout() == Preprocessing.Layout.NCHW
                    ? new long[] {rows, channels, size.height(), size.width()}
                    : new long[] {rows, size.height(), size.width(), channels};
        }
    }
}
