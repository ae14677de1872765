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
import org.aimass.datausage.control.MyDataUses;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;

/**
 * What happened in one month, newest first.
 *
 * @param entries uses, and looks of the reader: those of one day that no use separates are one entry
 */
public record MonthView(String title, List<EntryView> entries) {

    static List<MonthView> of(
            List<MyDataUses.Entry> entries,
            Map<UUID, ReportReading> published,
            RoomWords words,
            Format format,
            ZoneId zone) {
        List<MonthView> months = new ArrayList<>();
        YearMonth month = null;
        for (List<MyDataUses.Entry> together : looksOfADayTogether(entries, zone)) {
            Instant newest = together.get(0).occurredAt();
            YearMonth thisMonth = YearMonth.from(newest.atZone(zone));
            if (!thisMonth.equals(month)) {
                month = thisMonth;
                months.add(new MonthView(format.month(newest), new ArrayList<>()));
            }
            Optional<DataUsageRecord> use = together.get(0).use();
            months.get(months.size() - 1)
                    .entries()
                    .add(new EntryView(
                            together.stream().map(MyDataUses.Entry::occurredAt).toList(),
                            use,
                            use.flatMap(known -> Optional.ofNullable(
                                    published.get(known.modelVersion().id()))),
                            words,
                            format));
        }
        return months;
    }

    private static List<List<MyDataUses.Entry>> looksOfADayTogether(List<MyDataUses.Entry> entries, ZoneId zone) {
        List<List<MyDataUses.Entry>> groups = new ArrayList<>();
        for (MyDataUses.Entry entry : entries) {
            List<MyDataUses.Entry> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && isSameLook(last.get(0), entry, zone)) {
                last.add(entry);
            } else {
                groups.add(new ArrayList<>(List.of(entry)));
            }
        }
        return groups;
    }

    private static boolean isSameLook(MyDataUses.Entry one, MyDataUses.Entry other, ZoneId zone) {
        return one.use().isEmpty()
                && other.use().isEmpty()
                && LocalDate.ofInstant(one.occurredAt(), zone).equals(LocalDate.ofInstant(other.occurredAt(), zone));
    }
}
