import { systemLibraries } from '../../setup/host/system-libraries.mjs'

/**
 * What rpmbuild is told. The libraries are asked for by their own names, as the distributions that use rpm call their
 * packages differently. Nothing is run at installation: menu, types and icons are kept by triggers of the packages that
 * own them.
 *
 * @param {{ version: string, tree: string }} facts `tree` is what is installed, as it will stand in the system
 * @returns {string}
 */
export function specFile({ version, tree }) {
  const libraries = ['libstdc++.so.6', 'libgcc_s.so.1', ...systemLibraries].map((name) => `${name}()(64bit)`)
  return `# Files are packed as they are: stripping, and what other tools do to programs, would break what is signed or hashed.
%global __os_install_post %{nil}
%global debug_package %{nil}
%global _build_id_links none
%global _buildhost unroll.invalid
# Level 9 of zstd: higher ones take minutes for one per cent.
%global _binary_payload w9.zstdio

Name: unroll
Version: ${version.replaceAll('-', '~')}
Release: 1
Summary: Watch a recurrent network learn a curve
License: MIT AND BSD-3-Clause AND Apache-2.0
BuildArch: x86_64
AutoReqProv: no
Requires: glibc >= 2.28
${libraries.map((name) => `Requires: ${name}`).join('\n')}
Recommends: xdg-utils
Recommends: shared-mime-info
Recommends: hicolor-icon-theme
Recommends: desktop-file-utils

%description
One update at a time, computed natively by TensorFlow on your own machine. Nothing
leaves it: once installed, the app works offline. The same trainer runs in a
terminal: unroll train, unroll compare, unroll convert.

%install
cp -al "${tree}/." "%{buildroot}/"

%files
%defattr(-, root, root, 0755)
%license /opt/unroll/LICENSE.txt
/opt/unroll
%attr(4755, root, root) /opt/unroll/chrome-sandbox
/usr/bin/unroll
/usr/share/applications/unroll.desktop
/usr/share/mime/packages/unroll.xml
/usr/share/icons/hicolor/*/apps/unroll.*
`
}
