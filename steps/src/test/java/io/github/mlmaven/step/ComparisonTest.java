package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Comparison.SliceChanges;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model of another build, as it was found and as it compares. */
class ComparisonTest {

    private static final Told RELEASE = new Told(Search.RELEASE, "g:m:1");

    @TempDir
    Path project;

    private static Changes rmse(double baseline) {
        return new Changes(new TreeMap<>(Map.of("rmse", new Change(baseline, Optional.empty()))));
    }

    @Test
    void changes_have_the_names_that_a_lock_gives_their_metrics() {
        Comparison comparison = new Comparison(
                Comparison.FORMAT,
                RELEASE,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(rmse(1)),
                List.of(new SliceChanges("cut", "Fair", rmse(2))));

        assertThat(comparison.byFact())
                .isEqualTo(Map.of(
                        "rmse", new Change(1, Optional.empty()), "rmse[cut=Fair]", new Change(2, Optional.empty())));
        assertThat(comparison.isOnSameRows()).isTrue();
        assertThat(Json.parse(Json.text(comparison), Comparison.class)).isEqualTo(comparison);
    }

    @Test
    void without_a_model_there_is_no_change_but_perhaps_a_contract() {
        Comparison without = Comparison.without(RELEASE, List.of());
        Contract contract = new Contract("1", List.of());

        assertThat(without.isOnSameRows()).isFalse();
        assertThat(without.byFact()).isEmpty();
        assertThat(without.same()).isFalse();
        assertThat(without.contract()).isEmpty();
        assertThat(without.with(contract).contract()).contains(contract);
        assertThat(without.with(contract).baseline()).isEqualTo(RELEASE);
    }

    @Test
    void a_model_that_was_found_has_a_file_and_another_one_none() {
        Path file = project.resolve("m.jar");

        assertThat(BaselineModel.of(Search.RELEASE, "g:m:1", file).told().origin())
                .contains(BaselineOrigin.RELEASE);
        assertThat(BaselineModel.of(Search.NAMED, "m.jar", file).told().origin())
                .contains(BaselineOrigin.NAMED);
        for (Search search : List.of(Search.NOT_ASKED, Search.LOCK, Search.FIRST_RELEASE, Search.UNREACHED)) {
            assertThat(BaselineModel.without(search, "").told().origin()).isEmpty();
            assertThatThrownBy(() -> BaselineModel.of(search, "", file)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> BaselineModel.without(Search.NAMED, "m.jar"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_bundle_or_another_way_to_it_is_another_comparison() throws IOException {
        Chain chain = new Chain(project);
        BuildPlace place = chain.state().place();
        Path bundle = Files.writeString(project.resolve("m.jar"), "one");
        BaselineModel found = BaselineModel.of(Search.RELEASE, "g:m:1", bundle);
        String first = fingerprint(chain, place.with(found));

        assertThat(place.with(found).baseline()).isEqualTo(found);
        assertThat(place.baseline()).isEqualTo(BaselineModel.NOT_ASKED);
        assertThat(StepInputs.BASELINE_MODEL.value(surroundings(chain, place.with(found))))
                .isEqualTo(Json.line(RELEASE) + Sha256.of("one"));
        assertThat(StepInputs.BASELINE_MODEL.watched(surroundings(chain, place.with(found))))
                .isEqualTo(Watched.files(List.of(bundle)));
        assertThat(fingerprint(chain, place.with(BaselineModel.of(Search.NAMED, "g:m:1", bundle))))
                .isNotEqualTo(first);
        assertThat(fingerprint(chain, place)).isNotEqualTo(first);
        Files.writeString(bundle, "another");
        assertThat(fingerprint(chain, place.with(found))).isNotEqualTo(first);
        assertThat(StepInputs.BASELINE_MODEL.value(surroundings(chain, place))).endsWith("none");
    }

    private static String fingerprint(Chain chain, BuildPlace place) {
        return BuildState.of(place, chain.state().spec()).fingerprint(Steps.COMPARE);
    }

    private static Surroundings surroundings(Chain chain, BuildPlace place) {
        return BuildState.of(place, chain.state().spec()).surroundings();
    }

    @Test
    void a_place_is_the_same_but_for_what_is_said_of_it() {
        BuildPlace place = new Chain(project).state().place();
        BuildPlace.Decided others = new BuildPlace.Decided(project.resolve("o.yaml"), project.resolve("o.lock.json"));
        Strictness strict = new Strictness(true, List.of("-Dx"), Optional.of("2026-01-31"));
        BuildPlace other = place.with(others, strict);

        assertThat(other.decided()).isEqualTo(others);
        assertThat(other.strictness()).isEqualTo(strict);
        assertThat(other.identity()).isEqualTo(place.identity());
        assertThat(strict.notRequired()).isEqualTo(new Strictness(false, List.of("-Dx"), Optional.of("2026-01-31")));
        assertThat(place.with(Fetched.NOTHING).baseline()).isEqualTo(place.baseline());
    }
}
