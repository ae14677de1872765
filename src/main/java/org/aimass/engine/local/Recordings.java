package org.aimass.engine.local;

import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;

/**
 * The recordings that rows name. For several threads at once.
 *
 * @param files of the dataset
 */
record Recordings(NamedFiles files) {

    /** @throws BadInput if there are no files */
    static Recordings of(Optional<NamedFiles> files) {
        return new Recordings(files.orElseThrow(() -> new BadInput(
                "columns.audio: the dataset is a table alone; expected a folder, zip or tar.gz of WAV or FLAC files")));
    }

    /** What is made of a sound. */
    interface Hearing<T> {

        /** @throws BrokenFile if it cannot be heard */
        T hear(Sound sound) throws BrokenFile;
    }

    /**
     * The recording that a row names.
     *
     * @throws BadInput if it cannot be read
     */
    Rendering rendering(RowBatch rows, int column, int row) {
        try {
            Sound sound = SoundFile.decode(files.bytes(files.find(rows.text(column, row))));
            return new Rendering(rows, column, row, sound, false);
        } catch (BrokenFile e) {
            throw NamedFiles.fault(rows, column, row, e);
        }
    }
}
