package io.github.mlmaven.spec;

import io.github.mlmaven.text.Shown;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * The events of a YAML text as far as a model.yaml may go: no deeper than the composer's recursion can follow, no more than
 * fits into the memory, and no tag that would be ignored.
 */
final class YamlEvents implements Parser {

    private static final Set<String> KNOWN_TAGS = Set.of(
            Tag.STR.getValue(),
            Tag.INT.getValue(),
            Tag.FLOAT.getValue(),
            Tag.BOOL.getValue(),
            Tag.NULL.getValue(),
            Tag.SEQ.getValue(),
            Tag.MAP.getValue());

    private final Parser parser;
    private final SpecLimits limits;
    private int depth;
    private int values;

    YamlEvents(Parser parser, SpecLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        if (event instanceof CollectionStartEvent start) {
            depth++;
            limits.requireDepth(depth, event.getStartMark());
            requireKnown(start.getTag(), event);
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (event instanceof ScalarEvent scalar) {
            requireKnown(scalar.getTag(), event);
        }
        if (event instanceof ScalarEvent || event instanceof AliasEvent || event instanceof CollectionStartEvent) {
            values++;
            limits.requireValues(values, event.getStartMark());
        }
        return event;
    }

    private static void requireKnown(Optional<String> tag, Event event) {
        if (tag.isPresent() && !KNOWN_TAGS.contains(tag.get())) {
            throw new ParserException(
                    "the tag " + Shown.quoted(tag.get()) + " means nothing here", event.getStartMark());
        }
    }
}
