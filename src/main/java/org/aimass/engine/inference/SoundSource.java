package org.aimass.engine.inference;

import ai.onnxruntime.OrtException;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;

/** Where the sound of a row comes from. For several threads at once. */
interface SoundSource extends AutoCloseable {

    /**
     * @param slot the column that tells
     * @throws BrokenFile if there is none that can be used
     */
    Sound of(RowBatch batch, int slot, int row) throws BrokenFile, OrtException;

    @Override
    default void close() {}

    /** Recordings that the column names. */
    static SoundSource files(NamedFiles files) {
        return (batch, slot, row) -> SoundFile.decode(files.bytes(files.find(batch.text(slot, row))));
    }
}
