// The yardstick for dsp/Engine/Kernels: the same form in C++, with the compiler's best. Bands of a bank lie in lanes and each is some
// samples behind the one before; BankLayout.cs says how memory lies, Kernels.cs what a section computes.

#include <immintrin.h>

#include <algorithm>
#include <cstdint>

namespace {

constexpr int Row = 16;             // lanes of a bank
constexpr int Slopes = 6 * Row;     // from a value to its slope a sample
constexpr int PieceLength = 2 * Slopes;
constexpr int PieceSamples = 8;
constexpr int Lead = 7;

alignas(32) constexpr int32_t Masks32[48] = {
    -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0,  0,  0,  0,  0,  0,  0,  0,
    0,  0,  0,  0,  0,  0,  0,  0,  -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
};
alignas(32) constexpr int64_t Masks64[48] = {
    -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0,  0,  0,  0,  0,  0,  0,  0,
    0,  0,  0,  0,  0,  0,  0,  0,  -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
};

// Two vectors of single precision: eight bands.
struct Octet {
    using Number = float;
    using Vector = __m256;
    static constexpr int Bands = 8, Half = 8;
    static Vector load(const float* p) { return _mm256_loadu_ps(p); }
    static void store(float* p, Vector v) { _mm256_storeu_ps(p, v); }
    static Vector all(float x) { return _mm256_set1_ps(x); }
    static Vector add(Vector a, Vector b) { return _mm256_add_ps(a, b); }
    static Vector sub(Vector a, Vector b) { return _mm256_sub_ps(a, b); }
    static Vector mul(Vector a, Vector b) { return _mm256_mul_ps(a, b); }
    static Vector fma(Vector a, Vector b, Vector c) { return _mm256_fmadd_ps(a, b, c); }
    static Vector fnma(Vector a, Vector b, Vector c) { return _mm256_fnmadd_ps(a, b, c); }
    static Vector choose(Vector a, Vector b, Vector mask) { return _mm256_blendv_ps(a, b, mask); }
    static Vector mask(int begun, int ended) { return _mm256_and_ps(load((const float*)Masks32 + begun), load((const float*)Masks32 + ended)); }
    static Vector frame(const float* io) { return _mm256_castpd_ps(_mm256_broadcast_sd((const double*)io)); }
    static Vector first(Vector next, Vector y) {
    return _mm256_blend_ps(_mm256_castpd_ps(_mm256_permute4x64_pd(_mm256_castps_pd(y), 0x93)), next, 3);
    }
    static Vector second(Vector y, Vector z) {
        return _mm256_castpd_ps(_mm256_shuffle_pd(_mm256_castps_pd(_mm256_permute2f128_ps(y, z, 0x21)), _mm256_castps_pd(z), 5));
    }
    static void put(float* io, Vector z) { _mm_storeh_pi((__m64*)io, _mm256_extractf128_ps(z, 1)); }
};

// Two vectors of double precision: four bands.
struct Quad {
    using Number = double;
    using Vector = __m256d;
    static constexpr int Bands = 4, Half = 4;
    static Vector load(const double* p) { return _mm256_loadu_pd(p); }
    static void store(double* p, Vector v) { _mm256_storeu_pd(p, v); }
    static Vector all(double x) { return _mm256_set1_pd(x); }
    static Vector add(Vector a, Vector b) { return _mm256_add_pd(a, b); }
    static Vector sub(Vector a, Vector b) { return _mm256_sub_pd(a, b); }
    static Vector mul(Vector a, Vector b) { return _mm256_mul_pd(a, b); }
    static Vector fma(Vector a, Vector b, Vector c) { return _mm256_fmadd_pd(a, b, c); }
    static Vector fnma(Vector a, Vector b, Vector c) { return _mm256_fnmadd_pd(a, b, c); }
    static Vector choose(Vector a, Vector b, Vector mask) { return _mm256_blendv_pd(a, b, mask); }
    static Vector mask(int begun, int ended) { return _mm256_and_pd(load((const double*)Masks64 + begun), load((const double*)Masks64 + ended)); }
    static Vector frame(const double* io) { return _mm256_broadcast_pd((const __m128d*)io); }
    static Vector first(Vector next, Vector y) { return _mm256_insertf128_pd(next, _mm256_castpd256_pd128(y), 1); }
    static Vector second(Vector y, Vector z) { return _mm256_permute2f128_pd(y, z, 0x21); }
    static void put(double* io, Vector z) { _mm_storeu_pd(io, _mm256_extractf128_pd(z, 1)); }
};

template <class F>
struct States {
    typename F::Vector s1, s2, t1, t2;

    explicit States(const typename F::Number* p)
        : s1(F::load(p)), s2(F::load(p + Row)), t1(F::load(p + F::Half)), t2(F::load(p + Row + F::Half)) {}

    void store(typename F::Number* p) const {
        F::store(p, s1);
        F::store(p + Row, s2);
        F::store(p + F::Half, t1);
        F::store(p + Row + F::Half, t2);
    }
};

// Which lanes have a sample: those of the first `begun` bands, less the first `ended`. Keeps the states of the others.
template <class F>
struct Keeper {
    const int begun, ended;

    Keeper(int begun_bands, int ended_bands) : begun(Row - 2 * std::min(begun_bands, 8)), ended(2 * Row - 2 * std::max(ended_bands, 0)) {}

    void keep(typename F::Vector& s1, typename F::Vector n1, typename F::Vector& s2, typename F::Vector n2, int lane) const {
        const auto mask = F::mask(begun + lane, ended + lane);
        s1 = F::choose(s1, n1, mask);
        s2 = F::choose(s2, n2, mask);
    }
};

template <class F>
inline typename F::Vector section(
    typename F::Vector x, typename F::Vector& s1, typename F::Vector& s2, typename F::Vector p, typename F::Vector q,
    typename F::Vector r, typename F::Vector d, typename F::Vector c1, typename F::Vector c2) {
    const auto u = F::sub(x, s2);
    const auto y = F::fma(d, x, F::fma(c1, s1, F::mul(c2, s2)));
    s2 = F::fma(r, u, F::fma(q, s1, s2));
    s1 = F::fma(q, u, F::fnma(p, s1, s1));
    return y;
}

template <class F>
inline typename F::Vector still(const typename F::Number* c, typename F::Vector x, typename F::Vector& s1, typename F::Vector& s2) {
    return section<F>(
        x, s1, s2, F::load(c), F::load(c + Row), F::load(c + 2 * Row), F::load(c + 3 * Row), F::load(c + 4 * Row), F::load(c + 5 * Row));
}

template <class F>
inline typename F::Vector gliding(
    const typename F::Number* c, typename F::Vector t, typename F::Vector x, typename F::Vector& s1, typename F::Vector& s2) {
    const auto at = [&](int k) { return F::fma(t, F::load(c + Slopes + k * Row), F::load(c + k * Row)); };
    return section<F>(x, s1, s2, at(0), at(1), at(2), at(3), at(4), at(5));
}

template <class F>
void play_still(const typename F::Number* c, typename F::Number* states, typename F::Number* io, int frames) {
    constexpr int Drain = F::Bands - 1;
    States<F> s(states);
    auto y = F::all(0), z = y;
    const auto advance = [&](typename F::Vector next) {
        const auto x = F::first(next, y), w = F::second(y, z);
        y = still<F>(c, x, s.s1, s.s2);
        z = still<F>(c + F::Half, w, s.t1, s.t2);
    };
    for (int step = 0; step < frames + Drain;) {
        if (step >= Drain && step < frames) {
            for (; step < frames; step++) {
                advance(F::frame(io + 2 * step));
                F::put(io + 2 * (step - Drain), z);
            }
        } else {
            const Keeper<F> keeper(step + 1, step - frames + 1);
            const auto x = F::first(step < frames ? F::frame(io + 2 * step) : F::all(0), y), w = F::second(y, z);
            auto n1 = s.s1, n2 = s.s2, m1 = s.t1, m2 = s.t2;
            y = still<F>(c, x, n1, n2);
            keeper.keep(s.s1, n1, s.s2, n2, 0);
            z = still<F>(c + F::Half, w, m1, m2);
            keeper.keep(s.t1, m1, s.t2, m2, F::Half);
            if (step >= Drain)
                F::put(io + 2 * (step - Drain), z);
            step++;
        }
    }
    s.store(states);
}

template <class F>
void play_gliding(const typename F::Number* pieces, typename F::Number* states, typename F::Number* io, int frames, int place) {
    constexpr int Drain = F::Bands - 1;
    States<F> s(states);
    auto y = F::all(0), z = y;
    for (int step = 0; step < frames + Drain;) {
        const unsigned at = place + step + PieceSamples;
        const auto* c = pieces + at / PieceSamples * PieceLength;
        auto t = F::all(at % PieceSamples);
        const auto advance = [&](typename F::Vector next) {
            const auto x = F::first(next, y), w = F::second(y, z);
            y = gliding<F>(c, t, x, s.s1, s.s2);
            z = gliding<F>(c + F::Half, t, w, s.t1, s.t2);
        };
        if (step >= Drain && step < frames) {
            for (const int end = std::min<int>(frames, step + PieceSamples - at % PieceSamples); step < end; step++) {
                advance(F::frame(io + 2 * step));
                t = F::add(t, F::all(1));
                F::put(io + 2 * (step - Drain), z);
            }
        } else {
            const Keeper<F> keeper(step + 1, step - frames + 1);
            const auto x = F::first(step < frames ? F::frame(io + 2 * step) : F::all(0), y), w = F::second(y, z);
            auto n1 = s.s1, n2 = s.s2, m1 = s.t1, m2 = s.t2;
            y = gliding<F>(c, t, x, n1, n2);
            keeper.keep(s.s1, n1, s.s2, n2, 0);
            z = gliding<F>(c + F::Half, t, w, m1, m2);
            keeper.keep(s.t1, m1, s.t2, m2, F::Half);
            if (step >= Drain)
                F::put(io + 2 * (step - Drain), z);
            step++;
        }
    }
    s.store(states);
}

}  // namespace

extern "C" {

void kernel_still_float(float* c, float* states, float* io, int frames) { play_still<Octet>(c, states, io, frames); }

void kernel_glide_float(float* pieces, float* states, float* io, int frames, int from) {
    play_gliding<Octet>(pieces, states, io, frames, from - Lead);
}

void kernel_still_double(double* c, double* states, double* io, int frames) {
    for (int band = 0; band < 8; band += Quad::Bands)
        play_still<Quad>(c + 2 * band, states + 2 * band, io, frames);
}

void kernel_glide_double(double* pieces, double* states, double* io, int frames, int from) {
    for (int band = 0; band < 8; band += Quad::Bands)
        play_gliding<Quad>(pieces + 2 * band, states + 2 * band, io, frames, from - Lead + band);
}

}
