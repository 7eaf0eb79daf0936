package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Tick;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads the texts of a date or timestamp column, strictly: the 30th of February is none, and neither is a text with blanks
 * around. An instant that is written without an offset is in the column's zone: at an hour that comes twice the first of
 * both, and none at one that the clocks leave out. Immutable.
 */
public final class TimeTexts {

    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 30, 17, 45, 30);

    private final Tick tick;
    private final ZoneId zone;
    private final DateTimeFormatter formatter;
    private final boolean iso;

    private TimeTexts(Tick tick, TimeFormat format) {
        this.tick = tick;
        this.zone = ZoneId.of(format.zone());
        this.iso = format.format().isEmpty();
        DateTimeFormatter plain = format.format()
                .map(TimeTexts::commonEra)
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                .orElse(tick == Tick.DAY ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME);
        this.formatter = plain.withResolverStyle(ResolverStyle.STRICT).withLocale(Locale.ROOT);
    }

    /**
     * What reads a column.
     *
     * @param type of times
     * @throws DateTimeException if there is no such zone
     * @throws IllegalArgumentException if the format is none, or does not tell a day, or an instant
     */
    public static TimeTexts of(ColumnType type, TimeFormat format) {
        TimeTexts texts = new TimeTexts(Tick.of(type), format);
        if (!texts.iso) {
            texts.requireWhole();
        }
        return texts;
    }

    /** The year of an era would need the era: where no pattern names one, {@code y} is the year. */
    public static String commonEra(String pattern) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        boolean era = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            era |= !quoted && letter == 'G';
            plain.append(!quoted && letter == 'y' ? 'u' : letter);
        }
        return era ? pattern : plain.toString();
    }

    /** A pattern with the year of the day where it has that of the week, which is another one around New Year. */
    static String yearOfDay(String pattern) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            plain.append(!quoted && letter == 'Y' ? 'u' : letter);
        }
        return plain.toString();
    }

    private void requireWhole() {
        String written;
        try {
            written = formatter.format(SAMPLE.atZone(zone).toOffsetDateTime().atZoneSameInstant(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        // Seconds and minutes need not be written.
        boolean read;
        try {
            long found = parsed(written);
            long expected = tick == Tick.DAY
                    ? SAMPLE.toLocalDate().toEpochDay()
                    : Tick.of(SAMPLE.withSecond(0).withMinute(0).atZone(zone).toInstant());
            long within = tick == Tick.DAY ? 0 : Tick.MICROSECOND.perDay() / 24 - 1;
            read = expected <= found && found <= expected + within;
        } catch (DateTimeException e) {
            read = false;
        }
        if (!read) {
            throw new IllegalArgumentException("it writes %s as \"%s\", which does not tell %s"
                    .formatted(SAMPLE, written, tick == Tick.DAY ? "the day" : "the day and the hour"));
        }
    }

    /** What times are counted in. */
    public Tick tick() {
        return tick;
    }

    /** The time of a text; empty where it is none. */
    public OptionalLong read(String text) {
        if (iso && tick == Tick.DAY) {
            return tick.read(text);
        }
        try {
            long value = parsed(iso && text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text);
            return tick.isWithin(value) ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException e) {
            // No time of this form, one that never was, or one between two microseconds.
            return OptionalLong.empty();
        }
    }

    private static String withT(String text) {
        return text.substring(0, 10) + 'T' + text.substring(11);
    }

    private long parsed(String text) {
        TemporalAccessor found = formatter.parse(text);
        if (tick == Tick.DAY) {
            return LocalDate.from(found).toEpochDay();
        }
        if (found.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Tick.of(Instant.from(found));
        }
        ZoneOffset offset = found.query(TemporalQueries.offset());
        LocalDateTime local = LocalDateTime.from(found);
        return Tick.of(
                offset == null
                        ? instant(local)
                        : OffsetDateTime.of(local, offset).toInstant());
    }

    /** Whether a text is a time of the column's form, and one that the clocks in its zone left out. */
    public boolean isLeftOut(String text) {
        if (tick == Tick.DAY) {
            return false;
        }
        try {
            TemporalAccessor found =
                    formatter.parse(iso && text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text);
            return !found.isSupported(ChronoField.INSTANT_SECONDS)
                    && found.query(TemporalQueries.offset()) == null
                    && zone.getRules()
                            .getValidOffsets(LocalDateTime.from(found))
                            .isEmpty();
        } catch (DateTimeException e) {
            // It has not the form.
            return false;
        }
    }

    private Instant instant(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new DateTimeException(local + " is an hour that the clocks in " + zone + " left out");
        }
        return local.toInstant(offsets.get(0));
    }

    /**
     * The instant of a time of the calendar in the column's zone.
     *
     * @param micros as if it were in UTC
     */
    public OptionalLong inZone(long micros) {
        if (zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC)) {
            return OptionalLong.of(micros);
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1_000, ZoneOffset.UTC);
        try {
            return OptionalLong.of(Tick.of(instant(local)));
        } catch (DateTimeException e) {
            // An hour that never was.
            return OptionalLong.empty();
        }
    }
}
