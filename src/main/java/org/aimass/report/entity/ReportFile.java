package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a published report names a file by its digest: the model, the test data or the plan. */
@Entity
@IdClass(ReportFile.Key.class)
@Table(name = "report_file")
@SuppressWarnings("UnusedVariable") // it is there to be searched
public class ReportFile {

    @Id
    private String sha256;

    /** MODEL, DATASET or PLAN. */
    @Id
    private String kind;

    @Id
    @Column(name = "report_number")
    private String number;

    @Id
    private int version;

    /** For JPA only: the rows are inserted by SQL, where they may be there already. */
    @SuppressWarnings("NullAway.Init")
    protected ReportFile() {}

    /** All four columns. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String sha256;
        private @Nullable String kind;
        private @Nullable String number;
        private int version;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(sha256, key.sha256)
                    && Objects.equals(kind, key.kind)
                    && Objects.equals(number, key.number)
                    && version == key.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(sha256, kind, number, version);
        }
    }
}
