package org.aimass.datausage.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.report.entity.ReportNumber;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;

/**
 * What happened in one month, newest first.
 *
 * @param entries uses, and looks of the reader: those of one day that no use separates are one entry
 */
public record MonthView(String title, List<EntryView> entries) {

    static List<MonthView> of(
            List<DataUsageRecord> records,
            Map<UUID, ReportNumber> published,
            RoomWords words,
            Format format,
            ZoneId zone) {
        List<MonthView> months = new ArrayList<>();
        YearMonth month = null;
        for (List<DataUsageRecord> together : looksOfADayTogether(records, zone)) {
            Instant newest = together.get(0).occurredAt();
            YearMonth thisMonth = YearMonth.from(newest.atZone(zone));
            if (!thisMonth.equals(month)) {
                month = thisMonth;
                months.add(new MonthView(format.month(newest), new ArrayList<>()));
            }
            Optional<DataUsageRecord.Use> use = together.get(0).asUse();
            months.get(months.size() - 1)
                    .entries()
                    .add(new EntryView(
                            together.stream().map(DataUsageRecord::occurredAt).toList(),
                            use,
                            use.flatMap(known -> Optional.ofNullable(
                                    published.get(known.modelVersion().id()))),
                            words,
                            format));
        }
        return months;
    }

    private static List<List<DataUsageRecord>> looksOfADayTogether(List<DataUsageRecord> records, ZoneId zone) {
        List<List<DataUsageRecord>> groups = new ArrayList<>();
        for (DataUsageRecord record : records) {
            List<DataUsageRecord> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && isSameLook(last.get(0), record, zone)) {
                last.add(record);
            } else {
                groups.add(new ArrayList<>(List.of(record)));
            }
        }
        return groups;
    }

    private static boolean isSameLook(DataUsageRecord one, DataUsageRecord other, ZoneId zone) {
        return one.asUse().isEmpty()
                && other.asUse().isEmpty()
                && LocalDate.ofInstant(one.occurredAt(), zone).equals(LocalDate.ofInstant(other.occurredAt(), zone));
    }
}
