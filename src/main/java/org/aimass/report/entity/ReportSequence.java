package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last report number given out in a year. Whoever takes one holds the row until the end of the transaction. */
@Entity
@Table(name = "report_sequence")
public class ReportSequence {

    @Id
    @Column(name = "report_year")
    private int year;

    @Column(name = "last_number")
    private int last;

    /** For JPA only: the row of a new year is inserted by SQL, so that two who need it first do not collide. */
    protected ReportSequence() {}

    public ReportNumber next() {
        last++;
        return new ReportNumber(year, last);
    }
}
